import type { CivilDate } from './civil-date.js';

/**
 * Weekdays that were off work, each with the Saturday on which they were worked instead.
 * Source: the Cabinet's yearly orders under section 133(4) of the Labour Law. Municipalities, and so
 * most schools, are only advised: the school's calendar decides. None is known from 2027 on.
 */
const pairs: readonly (readonly [off: string, worked: string])[] = [
  ['2010-05-03', '2010-05-29'],
  ['2010-06-25', '2010-06-19'],
  ['2010-11-19', '2010-11-13'],
  ['2012-04-30', '2012-04-28'],
  ['2013-12-23', '2013-12-14'],
  ['2013-12-30', '2013-12-28'],
  ['2014-05-02', '2014-05-10'],
  ['2014-11-17', '2014-11-22'],
  ['2015-01-02', '2015-01-10'],
  ['2015-06-22', '2015-06-27'],
  ['2017-05-05', '2017-05-13'],
  ['2018-04-30', '2018-04-21'],
  ['2020-06-22', '2020-06-13'],
  ['2021-05-03', '2021-05-08'],
  ['2021-06-25', '2021-06-19'],
  ['2021-11-19', '2021-11-13'],
  ['2023-05-05', '2023-05-20'],
  ['2024-12-23', '2024-12-14'],
  ['2024-12-30', '2024-12-28'],
  ['2025-05-02', '2025-05-10'],
  ['2025-11-17', '2025-11-08'],
  ['2026-01-02', '2026-01-17'],
  ['2026-06-22', '2026-06-27'],
];

export interface MovedDay {
  readonly off: CivilDate;
  readonly worked: CivilDate;
}

/** The moved working days of the state of which the day off or the worked day lies between two days, both included. */
export function movedDays(from: CivilDate, until: CivilDate): MovedDay[] {
  return pairs
    .filter((pair) => pair.some((day) => day >= from && day <= until))
    .map(([off, worked]) => ({ off: off as CivilDate, worked: worked as CivilDate }));
}

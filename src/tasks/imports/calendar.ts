import { bellPeriods } from '../../db/bell-periods.js';
import { tableByKey } from '../../db/table-by-key.js';
import { schoolYearOf } from '../../rules/civil-date.js';
import { wrong } from '../../text/findings.js';
import { backwards } from './dated-rows.js';
import type { Begin, ImportContext, Refusal } from './importing.js';

export const beginCalendar: Begin<'calendar'> = (context) => {
  const { db, year } = context;
  const unknownSchedule = schedules(context);
  const days = tableByKey(db, 'calendar_day', [
    'school_year_id',
    'from',
    'until',
    'kind',
    'grades',
  ]);
  return {
    row: (record, line) => {
      const { from, until, kind, replaces, grades } = record;
      const refused = backwards(record);
      if (refused) return refused;
      if (schoolYearOf(from) !== year.year) {
        return { column: 'from', wrong: wrong('otherSchoolYear', { year: year.year }) };
      }
      if (replaces && kind !== 'working_day') {
        return { column: 'replaces', wrong: wrong('replacesWithoutWork') };
      }
      const span = { until: until ?? null, grades: grades ?? null };
      const { outcome } = days.put({ school_year_id: year.school_year_id, ...record, ...span });
      const { schedule } = record;
      return schedule ? { outcome, recheck: () => unknownSchedule(schedule, line) } : outcome;
    },
  };
};

/**
 * Looks, when all files have been read, for a schedule that no bells have: on its days the usual ones would
 * ring. Alone, or before there are any bells, it is only pointed out.
 */
function schedules({ db, year, warn, together }: ImportContext) {
  let known: ReadonlySet<string> | undefined;
  return (schedule: string, line: number): Refusal | undefined => {
    known ??= new Set(bellPeriods(db, year).map((bell) => bell.schedule));
    if (known.has(schedule)) return undefined;
    const finding = wrong('unknownSchedule', { name: schedule });
    if (together && known.size > 0) return { column: 'schedule', wrong: finding };
    warn(line, 'schedule', schedule, finding);
    return undefined;
  };
}

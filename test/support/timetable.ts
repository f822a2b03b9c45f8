import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The periods of a group on a weekday (Monday 1), as the file of the timetable has them. */
export function periodsOf(files: string, group: string, weekday: number): number[] {
  const lines = readFileSync(join(files, 'timetable.csv'), 'utf8').trim().split('\n').slice(1);
  return lines
    .map((line) => line.split(','))
    .filter(([name, day]) => name === group && Number(day) === weekday)
    .map(([, , period]) => Number(period));
}

/** The only one of them; a test that asks for it relies on that. */
export function periodOf(files: string, group: string, weekday: number): number {
  const [period, ...more] = periodsOf(files, group, weekday);
  if (period === undefined || more.length > 0) {
    throw new Error(`${group} has not just one lesson on day ${weekday}`);
  }
  return period;
}

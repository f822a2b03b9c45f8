import { bellPeriods } from '../../db/bell-periods.js';
import { calendarDays, calendarKey } from '../../db/calendar-days.js';
import { tableByKey } from '../../db/table-by-key.js';
import { removeOthersOfYear } from '../../db/year-rows.js';
import { everyGrade } from '../../rules/bounds.js';
import { type CalendarRow, holdsFor } from '../../rules/calendar.js';
import { schoolYearOf } from '../../rules/civil-date.js';
import { wrong } from '../../text/findings.js';
import { backwards } from './dated-rows.js';
import type { Begin, ImportContext, Refusal } from './importing.js';

export const beginCalendar: Begin<'calendar'> = (context) => {
  const { db, year } = context;
  const unknownSchedule = schedules(context);
  const pointOutSecond = secondSemesters(context);
  const days = tableByKey(db, 'calendar_day', calendarKey);
  const taken = new Set<number>();
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
      const { school_year_id } = year;
      const { id, outcome } = days.put({ school_year_id, ...record, ...span });
      taken.add(id);
      const { schedule } = record;
      const recheck = () => {
        pointOutSecond({ from, kind, ...span }, line);
        return schedule ? unknownSchedule(schedule, line) : undefined;
      };
      return { outcome, recheck };
    },
    removeMissing: () => removeOthersOfYear(db, 'calendar_day', year, taken),
  };
};

type Span = Pick<CalendarRow, 'from' | 'until' | 'grades'> & { readonly kind: string };

/** Points out, when all rows are in, that a grade has the same semester twice: it would last as long as both. */
function secondSemesters({ db, year, warn }: ImportContext) {
  const isSemester = (kind: string) => kind === 'semester1' || kind === 'semester2';
  const isOther = (a: Span, b: Span) =>
    a.from !== b.from || a.until !== b.until || a.grades !== b.grades;
  const shareGrade = (a: Span, b: Span) =>
    everyGrade.some((grade) => holdsFor(a, grade) && holdsFor(b, grade));
  return (row: Span, line: number): void => {
    if (!isSemester(row.kind)) return;
    const other = calendarDays(db, year).find(
      (one) => one.kind === row.kind && isOther(one, row) && shareGrade(one, row),
    );
    if (!other) return;
    const until = other.until ?? other.from;
    warn(line, 'kind', row.kind, wrong('semesterTwice', { from: other.from, until }));
  };
}

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

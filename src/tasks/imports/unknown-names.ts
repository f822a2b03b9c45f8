import type { References } from '../../db/references.js';
import { type CivilDate, schoolYearOf } from '../../rules/civil-date.js';
import type { FileKind } from '../../rules/file-kinds.js';
import { type Wrong, wrong } from '../../text/findings.js';
import type { ImportContext, Refusal } from './importing.js';

export const unknownStudent = (registerNo: string): Refusal => ({
  column: 'register_no',
  wrong: wrong('unknownStudent', { registerNo }),
});

export const unknownGroup = (group: string): Refusal => ({
  column: 'group',
  wrong: wrong('unknownGroup', { group }),
});

export const unknownTeacher = (code: string): Refusal => ({
  column: 'teacher',
  wrong: wrong('unknownStaff', { name: code }),
});

export const unknownSubject = (subject: string): Refusal => ({
  column: 'subject',
  wrong: wrong('unknownSubject', { subject }),
});

type Named = 'student' | 'staff' | 'subject' | 'group' | 'day';

/** Which columns of a file name something that must be there, or a day that must lie in the school year. */
const named: Partial<Record<FileKind, Readonly<Record<string, Named>>>> = {
  programmes: { subject: 'subject' },
  movements: { register_no: 'student' },
  parents: { register_no: 'student' },
  'personal-files': { register_no: 'student' },
  groups: { subject: 'subject', teacher: 'staff' },
  'group-teachers': { group: 'group', teacher: 'staff' },
  'group-members': { group: 'group', register_no: 'student' },
  timetable: { group: 'group' },
  lessons: { date: 'day', group: 'group', teacher: 'staff' },
  absences: { date: 'day', register_no: 'student' },
  justifications: { register_no: 'student', group: 'group', from: 'day', until: 'day' },
  works: { date: 'day', group: 'group' },
  marks: { date: 'day', group: 'group', register_no: 'student' },
  'term-marks': { register_no: 'student', subject: 'subject' },
  decisions: { register_no: 'student' },
  'exam-certificates': { register_no: 'student', subject: 'subject' },
};

/**
 * The names in a refused row that nobody bears, and its days outside the school year, but for the
 * columns that are refused already: who mends a row wants to know all of it at once.
 */
export function unknownNames(
  { find, year }: Pick<ImportContext, 'find' | 'year'>,
  kind: FileKind,
  record: object,
  refused: readonly Refusal[],
): Refusal[] {
  const cells: Readonly<Record<string, unknown>> = { ...record };
  const known = new Set(refused.map((refusal) => refusal.column));
  const columns = Object.entries(named[kind] ?? {}).filter(([column]) => !known.has(column));
  return columns.flatMap(([column, what]) =>
    [cells[column] ?? []]
      .flat()
      .flatMap((value) => unknown(find, year.year, what, String(value)) ?? [])
      .slice(0, 1)
      .map((why) => ({ column, wrong: why })),
  );
}

function unknown(find: References, year: number, what: Named, name: string): Wrong | undefined {
  switch (what) {
    case 'student':
      return find.student(name) ? undefined : unknownStudent(name).wrong;
    case 'staff':
      return find.staff(name) ? undefined : unknownTeacher(name).wrong;
    case 'subject':
      return find.subject(name) ? undefined : unknownSubject(name).wrong;
    case 'group':
      return find.group(name) ? undefined : unknownGroup(name).wrong;
    case 'day':
      return schoolYearOf(name as CivilDate) === year
        ? undefined
        : wrong('otherSchoolYear', { year });
  }
}

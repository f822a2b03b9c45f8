/**
 * The files of a school, named without `.csv`, in the order in which one needs another:
 * a class teacher needs a class, a group its teachers, a mark its group and student.
 */
export const fileKinds = [
  'school',
  'calendar',
  'subjects',
  'programmes',
  'students',
  'movements',
  'staff',
  'parents',
  'personal-files',
  'bells',
  'groups',
  'group-teachers',
  'group-members',
  'timetable',
  'lessons',
  'absences',
  'justifications',
  'works',
  'marks',
  'term-marks',
  'decisions',
  'exam-certificates',
] as const;
export type YearFileKind = (typeof fileKinds)[number];

/** Blanks are of no school year, and a copy of the school must not use them a second time: in no folder of a year. */
export type FileKind = YearFileKind | 'blanks';

/** Kinds of which a school need not have a row: without one `export all` writes no file. */
export const optionalFileKinds: readonly FileKind[] = ['personal-files', 'exam-certificates'];

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
] as const;
export type FileKind = (typeof fileKinds)[number];

/** Kinds of which a school need not have a row: without one `export all` writes no file. */
export const optionalFileKinds: readonly FileKind[] = ['personal-files'];

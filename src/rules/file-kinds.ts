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
export type YearFileKind = (typeof fileKinds)[number];

/** Files of papers: they come from the State when they come, and are in no folder of a school year. */
export const paperFileKinds = ['blanks', 'exam-certificates'] as const;
export type FileKind = YearFileKind | (typeof paperFileKinds)[number];

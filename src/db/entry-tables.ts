/**
 * The tables of the journal whose rows are entries of their time, with the columns that say what an entry is
 * about: an entry of the same adds to it or corrects it. The last column tells entries that are often asked
 * for together.
 */
export const entryKeys = {
  lesson: ['teaching_group_id', 'date', 'period'],
  absence: ['student_id', 'date', 'period'],
  justification: [
    'student_id',
    'teaching_group_id',
    'from',
    'until',
    'first_period',
    'last_period',
  ],
  work_announcement: ['assessed_work_id'],
  mark: ['assessed_work_id', 'student_id'],
  term_mark: ['student_id', 'school_year_id', 'subject_id', 'term'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EntryTable = keyof typeof entryKeys;

/** The tables of the journal whose rows are entries of their time. */
export type EntryTable =
  | 'lesson'
  | 'absence'
  | 'justification'
  | 'work_announcement'
  | 'mark'
  | 'term_mark';

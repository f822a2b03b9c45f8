/** What a list of students can show beside the name, in the order in which it is offered. */
export const listFields = [
  'class',
  'register_no',
  'birth_date',
  'personal_code',
  'sex',
  'phone',
  'email',
  'address',
  'programme',
  'parents',
] as const;
export type ListField = (typeof listFields)[number];

/** A sheet of paper is so wide; as data a list may have them all. */
export const mostFieldsOnPaper = 4;

/** On a sheet across a field takes the place of three empty columns, and the longest ones need it. */
export const mostBlankColumns = (fields: number) => 17 - 3 * fields;

import { date, identifier, text } from './cells.js';
import type { Columns, Row } from './columns.js';

/**
 * The file from which access letters are printed. It is no file of the school's data: nothing of it is
 * imported, kept or exported, since it holds passwords.
 */
export const accessColumns = {
  register_no: { lv: 'lietas nr', read: identifier },
  name: { lv: 'vārds', read: text },
  role: { lv: 'loma', read: text },
  user_name: { lv: 'lietotājvārds', read: text, required: 'always' },
  password: { lv: 'parole', read: text, required: 'always' },
  address: { lv: 'adrese', read: text },
  valid_until: { lv: 'derīgs līdz', read: date },
} as const satisfies Columns;

export type AccessRecord = Row<typeof accessColumns>;

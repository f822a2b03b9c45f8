import { words } from './words.js';

/** What long work counts, behind the number. */
export const progressing = words({
  en: { rows: 'rows', changes: 'changes' },
  lv: { rows: 'rindas', changes: 'izmaiņas' },
});

import { words } from './words.js';

/** What can be wrong with a file, a line or one cell of it, before anybody asks what it means. */
export const cellFindings = words({
  en: {
    required: {
      what: () => 'This cell must be filled.',
      mend: () => 'Fill it in.',
    },
  },
  lv: {
    required: {
      what: () => 'Šūnai jābūt aizpildītai.',
      mend: () => 'Aizpildiet to.',
    },
  },
});

import { words } from './words.js';

/** What may stand behind a key of a file of words. */
export const wordShapes = words({
  en: { text: 'text', list: 'a list', map: 'keys with words' },
  lv: { text: 'teksts', list: 'saraksts', map: 'atslēgas ar vārdiem' },
});

export type WordShape = keyof typeof wordShapes.en;

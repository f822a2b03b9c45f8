import { words } from './words.js';

export const history = words({
  en: {
    last: 'only so many of the last operations',
    examples: [
      { does: 'What was run', line: 'ejournal history' },
      {
        does: 'The hash of the last operation, to keep elsewhere',
        line: 'ejournal history --last 1 --columns operation,hash',
      },
    ],
  },
  lv: {
    last: 'tikai tik pēdējo darbību',
    examples: [
      { does: 'Kas ir darīts', line: 'ejournal history' },
      {
        does: 'Pēdējās darbības jaucējsumma glabāšanai citur',
        line: 'ejournal history --last 1 --columns operation,hash',
      },
    ],
  },
});

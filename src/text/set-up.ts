import { words } from './words.js';

export const setUp = words({
  en: {
    folder: 'the folder with students.csv, groups.csv and the others',
    year: 'the school year by its first calendar year; opened where it is new (else the newest)',
    check: 'only look for mistakes, across the files too; nothing is written',
    checked: 'No mistakes found. Nothing was written.',
    examples: [
      { does: 'Look for mistakes first', line: 'ejournal setup school --check' },
      { does: 'Set the year up; a second run changes nothing', line: 'ejournal setup school' },
      { does: 'See field by field what would change', line: 'ejournal setup school --diff' },
    ],
  },
  lv: {
    folder: 'mape, kurā ir students.csv, groups.csv un pārējie faili',
    year: 'mācību gads pēc tā pirmā kalendārā gada; jaunu atver (citādi jaunākais)',
    check: 'tikai meklēt kļūdas, arī starp failiem; nekas netiek rakstīts',
    checked: 'Kļūdu nav. Nekas netika ierakstīts.',
    examples: [
      { does: 'Vispirms meklēt kļūdas', line: 'ejournal setup school --check' },
      { does: 'Sagatavot gadu; otrreiz nekas nemainās', line: 'ejournal setup school' },
      { does: 'Redzēt pa laukiem, kas mainītos', line: 'ejournal setup school --diff' },
    ],
  },
});

import { words } from './words.js';

export const exporting = words({
  en: {
    kind: 'which file, or all of them',
    out: 'the folder for all of them',
    year: 'the school year by its first calendar year (else the newest)',
    class: 'only of this class',
    group: 'only of this group',
    from: 'only from this day on',
    until: 'only up to this day',
    examples: [
      { does: 'The students of a class', line: 'ejournal export students --class 10.b' },
      {
        does: 'The marks of October for a spreadsheet',
        line: 'ejournal export marks --from 2015-10-01 --until 2015-10-31 --dialect excel',
      },
      {
        does: 'Everything, to set the same school up elsewhere',
        line: 'ejournal export all --out copy',
      },
    ],
  },
  lv: {
    kind: 'kurš fails vai visi (all)',
    out: 'mape visiem failiem',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    class: 'tikai šīs klases',
    group: 'tikai šīs grupas',
    from: 'tikai no šīs dienas',
    until: 'tikai līdz šai dienai',
    examples: [
      { does: 'Klases skolēni', line: 'ejournal export students --class 10.b' },
      {
        does: 'Oktobra vērtējumi izklājlapai',
        line: 'ejournal export marks --from 2015-10-01 --until 2015-10-31 --dialect excel',
      },
      { does: 'Viss, lai to pašu skolu izveidotu citur', line: 'ejournal export all --out copy' },
    ],
  },
});

import { counted, words } from './words.js';

export const overdue = words({
  en: {
    year: 'the school year by its first calendar year (else the newest)',
    teacher: 'only what this teacher owes (staff code)',
    class: 'only of this class',
    group: 'only of this group',
    from: 'only lessons from this day on',
    until: 'only lessons up to this day',
    by: 'sums for each teacher or class instead of every entry',
    nothing: 'Nothing is overdue.',
    found: (n: number) => `Overdue: ${counted('en', n, { one: 'entry', other: 'entries' })}.`,
    examples: [
      {
        does: 'Who owes how much on a day',
        line: 'ejournal overdue --as-of 2015-10-31 --by teacher',
      },
      {
        does: 'What a teacher has not entered',
        line: 'ejournal overdue --as-of 2015-10-31 --teacher MAT1',
      },
      {
        does: 'All of a class for a script; status 3 where there is anything',
        line: 'ejournal overdue --as-of 2015-10-31 --class 10.b --format csv',
      },
    ],
  },
  lv: {
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    teacher: 'tikai šī pedagoga (kods) parāds',
    class: 'tikai šīs klases',
    group: 'tikai šīs grupas',
    from: 'tikai stundas no šīs dienas',
    until: 'tikai stundas līdz šai dienai',
    by: 'summas pa pedagogiem vai klasēm, nevis katrs ieraksts',
    nothing: 'Nokavētu ierakstu nav.',
    found: (n) =>
      `Nokavēts: ${counted('lv', n, { zero: 'ierakstu', one: 'ieraksts', other: 'ieraksti' })}.`,
    examples: [
      {
        does: 'Cik kurš ir parādā kādā dienā',
        line: 'ejournal overdue --as-of 2015-10-31 --by teacher',
      },
      {
        does: 'Ko pedagogs nav ievadījis',
        line: 'ejournal overdue --as-of 2015-10-31 --teacher MAT1',
      },
      {
        does: 'Visa klase skriptam; statuss 3, ja kaut kas ir',
        line: 'ejournal overdue --as-of 2015-10-31 --class 10.b --format csv',
      },
    ],
  },
});

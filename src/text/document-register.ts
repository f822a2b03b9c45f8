import { counted, words } from './words.js';

export const documentRegister = words({
  en: {
    kind: 'only of this document, as monthly-extract',
    period: 'only of this period, as 2015-10',
    class: 'only of this class',
    student: 'only of this student (register number)',
    history: 'also the papers that a later one took the place of',
    outOfDate: 'the papers that no longer say what the data say, and what differs',
    changed: (papers: number) =>
      papers === 0
        ? 'All papers match the data.'
        : `${counted('en', papers, { one: 'paper no longer matches', other: 'papers no longer match' })} the data. Print them anew: ejournal reissue --changed`,
    examples: [
      {
        does: 'What was issued to a student',
        line: 'ejournal documents --student 1001',
      },
      {
        does: 'Everything that was ever issued of October for a class, also what was replaced',
        line: 'ejournal documents --period 2015-10 --class 10.b --history',
      },
      {
        does: 'Which papers no longer match the data, and in what',
        line: 'ejournal documents --out-of-date',
      },
    ],
  },
  lv: {
    kind: 'tikai šis dokuments, piemēram, monthly-extract',
    period: 'tikai šis periods, piemēram, 2015-10',
    class: 'tikai šīs klases',
    student: 'tikai šī skolēna (lietas numurs)',
    history: 'arī dokumenti, kuru vietā stājies vēlāks',
    outOfDate: 'dokumenti, kas vairs neatbilst datiem, un kas atšķiras',
    changed: (papers) =>
      papers === 0
        ? 'Visi dokumenti atbilst datiem.'
        : `Dokumenti, kas vairs neatbilst datiem: ${papers}. Izdrukājiet tos no jauna: ejournal reissue --changed`,
    examples: [
      {
        does: 'Kas izsniegts vienam skolēnam',
        line: 'ejournal documents --student 1001',
      },
      {
        does: 'Viss, kas klasei jebkad izsniegts par oktobri, arī aizstātais',
        line: 'ejournal documents --period 2015-10 --class 10.b --history',
      },
      {
        does: 'Kuri dokumenti vairs neatbilst datiem un ar ko',
        line: 'ejournal documents --out-of-date',
      },
    ],
  },
});

import { counted, words } from './words.js';

export const monthlyExtract = words({
  en: {
    month: 'the month, as 2015-10',
    class: 'only of this class',
    student: 'only of this student (register number)',
    out: 'the folder for the PDF files',
    separate: 'a file for each student, in a folder for each class',
    language: 'the language of the document',
    students: 'students',
    done: (written: number, unchanged: number, students: number) =>
      `${counted('en', students, { one: 'student', other: 'students' })}: ${counted('en', written, { one: 'file', other: 'files' })} written, ${unchanged} unchanged.`,
    examples: [
      {
        does: 'The extracts of October, a PDF for each class',
        line: 'ejournal monthly-extract --month 2015-10 --out extracts',
      },
      {
        does: 'One class, a PDF for each student',
        line: 'ejournal monthly-extract --month 2015-10 --class 10.b --separate --out extracts',
      },
      {
        does: 'The same data for a script',
        line: 'ejournal monthly-extract --month 2015-10 --student 1001 --format json',
      },
    ],
  },
  lv: {
    month: 'mēnesis, piemēram, 2015-10',
    class: 'tikai šīs klases',
    student: 'tikai šī skolēna (lietas numurs)',
    out: 'mape PDF failiem',
    separate: 'katram skolēnam savs fails, katrai klasei sava mape',
    language: 'dokumenta valoda',
    students: 'skolēni',
    done: (written, unchanged, students) =>
      `${counted('lv', students, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' })}: ierakstīts ${counted('lv', written, { zero: 'failu', one: 'fails', other: 'faili' })}, bez izmaiņām ${unchanged}.`,
    examples: [
      {
        does: 'Oktobra izraksti, katrai klasei savs PDF',
        line: 'ejournal monthly-extract --month 2015-10 --out extracts',
      },
      {
        does: 'Viena klase, katram skolēnam savs PDF',
        line: 'ejournal monthly-extract --month 2015-10 --class 10.b --separate --out extracts',
      },
      {
        does: 'Tie paši dati skriptam',
        line: 'ejournal monthly-extract --month 2015-10 --student 1001 --format json',
      },
    ],
  },
});

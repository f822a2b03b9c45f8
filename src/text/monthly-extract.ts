import { words } from './words.js';

export const monthlyExtract = words({
  en: {
    month: 'the month, as 2015-10',
    from: 'instead of a month: from this day',
    until: 'to this day',
    class: 'only of this class',
    student: 'only of this student (register number)',
    overview:
      'instead of the extracts: a page for each class teacher with insufficient marks, many absences, nothing yet',
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
        does: 'The first half of October, all in one file for the printer',
        line: 'ejournal monthly-extract --from 2015-10-01 --until 2015-10-15 --merge extracts.pdf',
      },
      {
        does: 'What the class teachers should look at',
        line: 'ejournal monthly-extract --month 2015-10 --overview --out overviews',
      },
      {
        does: 'The same data for a script',
        line: 'ejournal monthly-extract --month 2015-10 --student 1001 --format json',
      },
    ],
  },
  lv: {
    month: 'mēnesis, piemēram, 2015-10',
    from: 'mēneša vietā: no šīs dienas',
    until: 'līdz šai dienai',
    class: 'tikai šīs klases',
    student: 'tikai šī skolēna (lietas numurs)',
    overview:
      'izrakstu vietā: lapa katram klases audzinātājam par skolēniem ar nepietiekamiem vērtējumiem, daudziem kavējumiem vai bez vērtējumiem',
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
        does: 'Oktobra pirmā puse, viss vienā failā printerim',
        line: 'ejournal monthly-extract --from 2015-10-01 --until 2015-10-15 --merge extracts.pdf',
      },
      {
        does: 'Kam klases audzinātājiem jāpievērš uzmanība',
        line: 'ejournal monthly-extract --month 2015-10 --overview --out overviews',
      },
      {
        does: 'Tie paši dati skriptam',
        line: 'ejournal monthly-extract --month 2015-10 --student 1001 --format json',
      },
    ],
  },
});

import { counted, words } from './words.js';

export const reportCards = words({
  en: {
    term: 'the first semester, or the year with both semesters',
    year: 'the school year by its first calendar year (else that of now or of --as-of)',
    class: 'only of this class',
    student: 'only of this student (register number)',
    exceptGraduates:
      'not for those who get a certificate: by the council’s decision, with marks that suffice',
    check: 'print nothing; list the marks and decisions that the cards lack',
    complete: (cards: number) =>
      `${counted('en', cards, { one: 'card', other: 'cards' })}: nothing is missing.`,
    lacking: (lacking: number, of: number) =>
      `Incomplete: ${lacking} of ${counted('en', of, { one: 'card', other: 'cards' })}; --check lists what is missing.`,
    found: (lacking: number, of: number, gaps: number) =>
      `Incomplete: ${lacking} of ${counted('en', of, { one: 'card', other: 'cards' })}; missing: ${counted('en', gaps, { one: 'entry', other: 'entries' })}.`,
    nobody:
      'Nobody gets a card: nobody who was asked for is in a class on the last day of the term.',
    onlyGraduates: 'Nobody gets a card: all who were asked for get a certificate.',
    examples: [
      {
        does: 'What the cards of the first semester still lack',
        line: 'ejournal report-cards --term semester1 --class 10.b --as-of 2015-12-18 --check',
      },
      {
        does: 'The cards of a class, as they are on the last day of the semester',
        line: 'ejournal report-cards --term semester1 --class 10.b --as-of 2015-12-18 --out cards',
      },
      {
        does: 'The cards of the year, a PDF for each student',
        line: 'ejournal report-cards --term year --class 7.a --separate --out cards',
      },
      {
        does: 'The year of the last grade: only who gets no certificate',
        line: 'ejournal report-cards --term year --class 12.a --except-graduates --merge cards.pdf',
      },
      {
        does: 'The same data for a script',
        line: 'ejournal report-cards --term semester1 --student 1001 --format json',
      },
    ],
  },
  lv: {
    term: 'pirmais semestris vai gads ar abiem semestriem',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi šis vai tas, ko nosaka --as-of)',
    class: 'tikai šīs klases',
    student: 'tikai šī skolēna (lietas numurs)',
    exceptGraduates:
      'bez tiem, kuri saņem apliecību vai atestātu: pēc padomes lēmuma, ar pietiekamiem vērtējumiem',
    check: 'neko nedrukāt; rādīt vērtējumus un lēmumus, kuru liecībās trūkst',
    complete: (cards) =>
      `${counted('lv', cards, { zero: 'liecību', one: 'liecība', other: 'liecības' })}, nekā netrūkst.`,
    lacking: (lacking, of) => `Nepilnīgas liecības: ${lacking} no ${of}; kā trūkst, rāda --check.`,
    found: (lacking, of, gaps) =>
      `Nepilnīgas liecības: ${lacking} no ${of}, trūkst ierakstu: ${gaps}.`,
    nobody: 'Liecību nav nevienam: perioda pēdējā dienā klasē nav neviena no prasītajiem.',
    onlyGraduates: 'Liecību nav nevienam: visi prasītie saņem apliecību vai atestātu.',
    examples: [
      {
        does: 'Kā vēl trūkst pirmā semestra liecībās',
        line: 'ejournal report-cards --term semester1 --class 10.b --as-of 2015-12-18 --check',
      },
      {
        does: 'Klases liecības, kādas tās ir semestra pēdējā dienā',
        line: 'ejournal report-cards --term semester1 --class 10.b --as-of 2015-12-18 --out cards',
      },
      {
        does: 'Gada liecības, katram skolēnam savs PDF',
        line: 'ejournal report-cards --term year --class 7.a --separate --out cards',
      },
      {
        does: 'Pēdējās klases gads: tikai tiem, kuri nesaņem atestātu',
        line: 'ejournal report-cards --term year --class 12.a --except-graduates --merge cards.pdf',
      },
      {
        does: 'Tie paši dati skriptam',
        line: 'ejournal report-cards --term semester1 --student 1001 --format json',
      },
    ],
  },
});

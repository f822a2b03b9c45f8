import { counted, words } from './words.js';

const marksEn = (n: number) => counted('en', n, { one: 'mark', other: 'marks' });

export const termMarks = words({
  en: {
    action: 'what to do',
    words: 'for enter: 1001=8 1002=nv; for import: the file',
    term: 'the term',
    class: 'only of this class',
    group: 'only of this group (for enter: its subject and its members)',
    subject: 'only of this subject (code)',
    student: 'only of this student',
    teacher: 'only what this teacher owes (staff code)',
    value: 'the mark: 1-10, i, ni, nv, atb; with list: only these',
    replace: 'propose anew where a mark was entered already',
    by: 'sums for each teacher or class instead of every mark',
    year: 'the school year by its first calendar year (else that of now or of --as-of)',
    usage: {
      enter: 'ejournal term-marks enter 1001=8 1002=nv --subject MAT --term semester1',
      import: 'ejournal term-marks import FILE',
    },
    csvColumns: 'Columns of CSV and JSON:',
    howProposed: `How a mark is proposed (ejournal settings decides method, weights, rounding, least):
  A semester: the mean of all marks in points, or weighted by kind of work. nv
  and n are no marks; of a work written again the latest mark counts; i and ni
  do not count in a subject marked in points. In a subject marked pass or fail
  the majority decides, the latest mark where it is a tie, 4 or more is a pass.
  The year: the mean of both semesters; where one is exempt (atb) the other.`,
    terms: {
      semester1: 'Semester 1',
      semester2: 'Semester 2',
      year: 'Year',
      credit: 'Credit',
      exam: 'Exam',
      reexam: 'Re-examination',
    },
    columns: {
      student: 'student',
      subject: 'subject',
      class: 'class',
      marks: 'marks',
      mean: 'mean',
      proposal: 'proposal',
      stands: 'stands',
      state: 'state',
    },
    states: {
      new: 'new',
      replaces: 'replaces',
      stands: 'stands',
      no_marks: 'no marks',
      too_few: 'too few marks',
      semester_missing: 'a semester is missing',
      work_owed: 'work is owed (nv)',
    },
    legend:
      'nv: work owed; atb: exempt; i, ni: passed, failed; ·: owed and not entered; blank: not learned.',
    bracketed: 'In brackets: marks that do not count (nv, n, written again, of the other scale).',
    question: (n: number) => `Enter ${marksEn(n)}?`,
    entered: (n: number) => `Entered: ${marksEn(n)}.`,
    wouldEnter: (n: number) => `Would enter ${marksEn(n)}; nothing was written.`,
    nothingToEnter: 'There is nothing to enter.',
    none: 'There are no term marks.',
    complete: 'No mark is missing.',
    missing: (n: number) => `Missing: ${marksEn(n)}.`,
    examples: [
      { does: 'The marks of a class', line: 'ejournal term-marks --class 10.b --term semester1' },
      {
        does: 'Propose marks from the marks of the semester, look at them first',
        line: 'ejournal term-marks propose --term semester1 --class 10.b --subject MAT --dry-run',
      },
      {
        does: 'Propose and enter those that are not there yet',
        line: 'ejournal term-marks propose --term semester1 --group "10.b MAT" --yes',
      },
      {
        does: 'Enter marks of a group',
        line: 'ejournal term-marks enter 1001=8 1002=nv --subject MAT --term semester1',
      },
      {
        does: 'Which teacher has not entered how many; status 3 where there are any',
        line: 'ejournal term-marks missing --term semester1 --by teacher',
      },
      { does: 'Import them', line: 'ejournal term-marks import school/term-marks.csv' },
    ],
  },
  lv: {
    action: 'ko darīt',
    words: 'darbībai enter: 1001=8 1002=nv; darbībai import: fails',
    term: 'periods',
    class: 'tikai šīs klases',
    group: 'tikai šīs grupas (darbībai enter: tās priekšmets un dalībnieki)',
    subject: 'tikai šī priekšmeta (kods)',
    student: 'tikai šī skolēna',
    teacher: 'tikai tas, kas jāieraksta šim pedagogam (kods)',
    value: 'vērtējums: 1-10, i, ni, nv, atb; ar list: tikai tādi',
    replace: 'ierosināt no jauna arī tad, ja vērtējums jau ir ierakstīts',
    by: 'summas pa pedagogiem vai klasēm, nevis katrs vērtējums',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi šis vai tas, ko nosaka --as-of)',
    usage: {
      enter: 'ejournal term-marks enter 1001=8 1002=nv --subject MAT --term semester1',
      import: 'ejournal term-marks import FAILS',
    },
    csvColumns: 'CSV un JSON kolonnas:',
    howProposed: `Kā vērtējumu ierosina (paņēmienu, svarus, noapaļošanu un mazāko skaitu nosaka
ejournal settings):
  Semestris: visu baļļu vidējais vai svērtais pēc darba veida. nv un n nav
  vērtējumi; no atkārtota darba skaitās jaunākais vērtējums; i un ni neskaitās
  priekšmetā, ko vērtē ballēs. Priekšmetā ar ieskaitīts vai neieskaitīts izšķir
  vairākums, ja skaits vienāds – jaunākais vērtējums; 4 un vairāk ir ieskaitīts.
  Gads: abu semestru vidējais; ja vienā ir atbrīvots (atb), tad otrs.`,
    terms: {
      semester1: '1. semestris',
      semester2: '2. semestris',
      year: 'Gads',
      credit: 'Ieskaite',
      exam: 'Eksāmens',
      reexam: 'Pēcpārbaudījums',
    },
    columns: {
      student: 'skolēns',
      subject: 'priekšmets',
      class: 'klase',
      marks: 'vērtējumi',
      mean: 'vidējais',
      proposal: 'ierosina',
      stands: 'ierakstīts',
      state: 'stāvoklis',
    },
    states: {
      new: 'jauns',
      replaces: 'aizstāj',
      stands: 'paliek',
      no_marks: 'nav vērtējumu',
      too_few: 'par maz vērtējumu',
      semester_missing: 'trūkst semestra',
      work_owed: 'nav nokārtots (nv)',
    },
    legend:
      'nv: nav vērtējuma; atb: atbrīvots; i, ni: ieskaitīts, neieskaitīts; ·: vēl jāieraksta; tukšs: nemācās.',
    bracketed:
      'Iekavās: vērtējumi, ko neskaita (nv, n, rakstīts atkārtoti, citā vērtēšanas veidā).',
    question: (n) =>
      `Vai ierakstīt ${counted('lv', n, { zero: 'vērtējumu', one: 'vērtējumu', other: 'vērtējumus' })}?`,
    entered: (n) => `Ierakstītie vērtējumi: ${n}.`,
    wouldEnter: (n) => `Vērtējumi, ko ierakstītu: ${n}; nekas netika ierakstīts.`,
    nothingToEnter: 'Nav, ko ierakstīt.',
    none: 'Periodu vērtējumu nav.',
    complete: 'Netrūkst neviena vērtējuma.',
    missing: (n) => `Trūkstošie vērtējumi: ${n}.`,
    examples: [
      { does: 'Klases vērtējumi', line: 'ejournal term-marks --class 10.b --term semester1' },
      {
        does: 'Ierosināt pēc semestra vērtējumiem, vispirms apskatīt',
        line: 'ejournal term-marks propose --term semester1 --class 10.b --subject MAT --dry-run',
      },
      {
        does: 'Ierosināt un ierakstīt tos, kuru vēl nav',
        line: 'ejournal term-marks propose --term semester1 --group "10.b MAT" --yes',
      },
      {
        does: 'Ierakstīt grupas vērtējumus',
        line: 'ejournal term-marks enter 1001=8 1002=nv --subject MAT --term semester1',
      },
      {
        does: 'Kurš pedagogs cik nav ierakstījis; statuss 3, ja kādu trūkst',
        line: 'ejournal term-marks missing --term semester1 --by teacher',
      },
      { does: 'Importēt tos', line: 'ejournal term-marks import school/term-marks.csv' },
    ],
  },
});

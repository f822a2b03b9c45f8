import { counted, words } from './words.js';

/** What every import says. */
export const imports = words({
  en: {
    file: 'the CSV file; - reads standard input',
    year: 'the school year by its first calendar year (else the newest)',
    encoding: 'how the file is written (else detected)',
    delimiter: 'what stands between the cells (else detected)',
    errors:
      'write the rejected rows to a file, written like the one that was read, with a column that says what is wrong',
    on: 'from which day a new class holds (else today)',
    nothingToChange: 'Nothing to change.',
    takenBack: 'Only tried: everything was taken back.',
    quoted: (value: string) => `“${value}”`,
    intoYear: (year: number) =>
      `Of the school year ${year}/${year + 1}, which is not that of today.`,
    removeMissing: 'take away what the school year has and the file does not',
    agreeRemoval: (n: number) =>
      `${counted('en', n, { one: 'row', other: 'rows' })} of the school year not in the file would be removed. Go on?`,
    more: (n: number) => `… and ${n} more; --format csv or --errors FILE shows them all.`,
    rejected: (n: number) =>
      `${counted('en', n, { one: 'mistake', other: 'mistakes' })} found. Nothing was written.`,
    errorsWritten: (file: string, n: number) =>
      `${counted('en', n, { one: 'row', other: 'rows' })} to mend written to ${file}.`,
    noErrorsWritten: (file: string) =>
      `Nothing was written to ${file}: the mistake is one of the whole file.`,
  },
  lv: {
    file: 'CSV fails; - lasa standarta ievadi',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    encoding: 'kā fails ir kodēts (citādi nosaka pats)',
    delimiter: 'kas atdala šūnas (citādi nosaka pats)',
    errors:
      'ierakstīt noraidītās rindas failā, kas rakstīts tāpat kā nolasītais, ar kolonnu, kas pasaka kļūdu',
    on: 'no kuras dienas ir jaunā klase (citādi no šodienas)',
    nothingToChange: 'Nav ko mainīt.',
    takenBack: 'Tikai izmēģināts: viss ir atcelts.',
    quoted: (value) => `„${value}”`,
    intoYear: (year) => `Mācību gads: ${year}./${year + 1}., nevis šodienas gads.`,
    removeMissing: 'izņemt to, kas mācību gadam ir, bet failā nav',
    agreeRemoval: (n) =>
      `Tiktu izņemtas mācību gada rindas, kuru failā nav; to skaits: ${n}. Vai turpināt?`,
    more: (n) => `… un vēl ${n}; visas parāda --format csv vai --errors FAILS.`,
    rejected: (n) => `Kļūdu skaits: ${n}. Nekas netika ierakstīts.`,
    errorsWritten: (file, n) => `Labojamās rindas ierakstītas failā ${file}; to skaits: ${n}.`,
    noErrorsWritten: (file) =>
      `Failā ${file} nekas netika ierakstīts: kļūda attiecas uz visu failu.`,
  },
});

const both = (kind: string, en: string, lv: string) => {
  const line = `ejournal import-${kind} school/${kind}.csv`;
  return words({
    en: {
      examples: [
        { does: en, line },
        { does: 'See field by field what would change', line: `${line} --diff` },
        {
          does: 'Read the file from a pipe',
          line: `cat school/${kind}.csv | ejournal import-${kind} -`,
        },
      ],
    },
    lv: {
      examples: [
        { does: lv, line },
        { does: 'Redzēt pa laukiem, kas mainītos', line: `${line} --diff` },
        {
          does: 'Lasīt failu no konveijera',
          line: `cat school/${kind}.csv | ejournal import-${kind} -`,
        },
      ],
    },
  });
};

/** The same for a list of the school year from which rows can be taken away. */
function withRemoval(kind: string, en: string, lv: string) {
  const { en: first, lv: latvian } = both(kind, en, lv);
  const line = `ejournal import-${kind} school/${kind}.csv --remove-missing --dry-run`;
  const [does, said] = [
    'Try what is taken away where the file is the whole list',
    'Izmēģināt, kas tiktu izņemts, ja failā ir viss saraksts',
  ];
  return words({
    en: { examples: [...first.examples, { does, line }] },
    lv: { examples: [...latvian.examples, { does: said, line }] },
  });
}

/** The examples of the commands that import one file. */
export const importTopics = {
  subjects: both('subjects', 'Import the subjects', 'Importēt mācību priekšmetus'),
  programmes: withRemoval('programmes', 'Import the programmes', 'Importēt programmas'),
  calendar: withRemoval('calendar', 'Import the calendar', 'Importēt kalendāru'),
  timetable: both('timetable', 'Import the timetable', 'Importēt stundu sarakstu'),
  staff: both('staff', 'Import the staff', 'Importēt darbiniekus'),
  parents: both('parents', 'Import the parents', 'Importēt vecākus'),
  movements: both('movements', 'Import who joined and left', 'Importēt uzņemtos un izstājušos'),
  lessons: both('lessons', 'Import the lessons', 'Importēt stundas'),
  absences: both('absences', 'Import the absences', 'Importēt kavējumus'),
  justifications: both('justifications', 'Import the justifications', 'Importēt attaisnojumus'),
  works: both('works', 'Import the announced works', 'Importēt pieteiktos darbus'),
  marks: both('marks', 'Import the marks', 'Importēt vērtējumus'),
  'term-marks': both('term-marks', 'Import the term marks', 'Importēt periodu vērtējumus'),
  decisions: both('decisions', 'Import the decisions', 'Importēt lēmumus'),
  students: both('students', 'Import the students', 'Importēt skolēnus'),
};

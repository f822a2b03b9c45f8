import { words } from './words.js';

export const init = words({
  en: {
    year: 'the school year by its first calendar year: 2015 is 2015/2016',
    school: 'school.csv, with the name and address of the school',
    name: 'the name of the school, where there is no school.csv',
    nationalCalendar:
      'begin with the semesters and holidays that the state set (2011-2026 without 2013)',
    made: (file: string, year: number) =>
      `Made ${file} for the school year ${year}/${year + 1}. Next: ejournal setup FOLDER`,
    tried: (file: string) => `Only tried: ${file} was not made.`,
    questions: {
      name: 'Name of the school',
      nameNeeded: 'The school needs a name.',
      year: 'School year (2015 is 2015/2016)',
      national: 'Begin with the semesters and holidays that the state set?',
      semesters: [
        'First day of semester 1 (empty: calendar.csv brings the calendar later)',
        'Last day of semester 1',
        'First day of semester 2',
        'Last day of semester 2',
      ],
      notThatDay: (first: string, last: string) => `Write a day from ${first} to ${last}.`,
      file: 'File of the database',
      right: (file: string) => `Make the database ${file}?`,
    },
    examples: [
      {
        does: 'Make a database from school.csv',
        line: 'ejournal --db new.db init --year 2015 --school school/school.csv --yes',
      },
      {
        does: 'Make one with the semesters and holidays of the state',
        line: 'ejournal --db other.db init --year 2015 --name "Parauga ģimnāzija" --national-calendar',
      },
    ],
  },
  lv: {
    year: 'mācību gads pēc tā pirmā kalendārā gada: 2015 ir 2015./2016.',
    school: 'school.csv ar skolas nosaukumu un adresi',
    name: 'skolas nosaukums, ja school.csv nav',
    nationalCalendar:
      'sākt ar valsts noteiktajiem semestriem un brīvlaikiem (2011-2026, izņemot 2013)',
    made: (file, year) =>
      `Izveidota datubāze ${file} ${year}./${year + 1}. mācību gadam. Tālāk: ejournal setup MAPE`,
    tried: (file) => `Tikai izmēģināts: datubāze ${file} netika izveidota.`,
    questions: {
      name: 'Skolas nosaukums',
      nameNeeded: 'Skolai vajadzīgs nosaukums.',
      year: 'Mācību gads (2015 ir 2015./2016.)',
      national: 'Vai sākt ar valsts noteiktajiem semestriem un brīvlaikiem?',
      semesters: [
        '1. semestra pirmā diena (tukšs: kalendāru vēlāk dos calendar.csv)',
        '1. semestra pēdējā diena',
        '2. semestra pirmā diena',
        '2. semestra pēdējā diena',
      ],
      notThatDay: (first, last) => `Rakstiet dienu no ${first} līdz ${last}.`,
      file: 'Datubāzes fails',
      right: (file) => `Vai izveidot datubāzi ${file}?`,
    },
    examples: [
      {
        does: 'Izveidot datubāzi no school.csv',
        line: 'ejournal --db new.db init --year 2015 --school school/school.csv --yes',
      },
      {
        does: 'Izveidot ar valsts noteiktajiem semestriem un brīvlaikiem',
        line: 'ejournal --db other.db init --year 2015 --name "Parauga ģimnāzija" --national-calendar',
      },
    ],
  },
});

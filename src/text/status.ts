import { words } from './words.js';

export const status = words({
  en: {
    year: 'the school year by its first calendar year (else the newest that has begun or begins this calendar year)',
    due: (day: string) => `All of it is due by ${day} (clause 2.1).`,
    duties: {
      students: 'students by class',
      subjects: 'subjects of the classes',
      programmes: 'subjects of the programmes',
      journals: 'journals of combined groups',
      bells: 'bell schedules',
    },
    states: { met: 'met', late: 'met late', overdue: 'overdue', upcoming: 'to do' },
    examples: [
      { does: 'How far the set-up is', line: 'ejournal status' },
      { does: 'The same for a script', line: 'ejournal status --format json' },
    ],
  },
  lv: {
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais, kas sācies vai sākas šajā kalendārajā gadā)',
    due: (day) => `Viss jāpaveic līdz ${day} (2.1. punkts).`,
    duties: {
      students: 'skolēni pa klasēm',
      subjects: 'klašu mācību priekšmeti',
      programmes: 'programmu mācību priekšmeti',
      journals: 'apvienoto grupu žurnāli',
      bells: 'zvanu saraksti',
    },
    states: {
      met: 'izpildīts',
      late: 'izpildīts vēlu',
      overdue: 'nokavēts',
      upcoming: 'vēl jādara',
    },
    examples: [
      { does: 'Cik tālu ir sagatavošana', line: 'ejournal status' },
      { does: 'Tas pats skriptam', line: 'ejournal status --format json' },
    ],
  },
});

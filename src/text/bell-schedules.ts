import { words } from './words.js';

export const bellSchedules = words({
  en: {
    action: 'what to do',
    words: 'what it needs: see the examples',
    weekdays: 'the weekdays on which the schedule rings: 1-5, or 1,3',
    on: 'the one day on which it rings',
    lesson: 'how long the copied lessons are, in minutes',
    from: 'it holds from this day on',
    until: 'it holds up to this day',
    year: 'the school year by its first calendar year (else the newest)',
    done: 'Recorded: these are the bells now.',
    ringsOn: (schedule: string, day: string) => `On ${day} the schedule ${schedule} rings.`,
    noLessons: (day: string) =>
      `By the calendar there are no lessons on ${day}: nothing rings as long as that is so.`,
    usage: {
      show: 'ejournal bells show [SCHEDULE]',
      set: 'ejournal bells set SCHEDULE LESSON 08:30-09:10',
      copy: 'ejournal bells copy SCHEDULE NEW --lesson MINUTES',
      assign: 'ejournal bells assign SCHEDULE --weekdays 1-5',
      import: 'ejournal bells import FILE',
    },
    examples: [
      { does: 'Show all schedules', line: 'ejournal bells' },
      { does: 'Import them', line: 'ejournal bells import school/bells.csv' },
      { does: 'Set when a lesson is', line: 'ejournal bells set evening 1 18:00-18:40' },
      {
        does: 'A shortened day, and the day on which it rings',
        line: 'ejournal bells copy regular shortened --lesson 30 && ejournal bells assign shortened --on 2015-12-18',
      },
    ],
  },
  lv: {
    action: 'ko darīt',
    words: 'kas tam vajadzīgs: sk. piemērus',
    weekdays: 'nedēļas dienas, kurās saraksts zvana: 1-5 vai 1,3',
    on: 'viena diena, kurā tas zvana',
    lesson: 'cik minūšu garas ir kopētās stundas',
    from: 'spēkā no šīs dienas',
    until: 'spēkā līdz šai dienai',
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi jaunākais)',
    done: 'Ierakstīts: tādi tagad ir zvani.',
    ringsOn: (schedule, day) => `${day} zvana pēc saraksta ${schedule}.`,
    noLessons: (day) => `Pēc kalendāra ${day} stundu nav: kamēr tas tā ir, zvanu nebūs.`,
    usage: {
      show: 'ejournal bells show [SARAKSTS]',
      set: 'ejournal bells set SARAKSTS STUNDA 08:30-09:10',
      copy: 'ejournal bells copy SARAKSTS JAUNAIS --lesson MINŪTES',
      assign: 'ejournal bells assign SARAKSTS --weekdays 1-5',
      import: 'ejournal bells import FAILS',
    },
    examples: [
      { does: 'Rādīt visus sarakstus', line: 'ejournal bells' },
      { does: 'Importēt tos', line: 'ejournal bells import school/bells.csv' },
      { does: 'Iestatīt, kad ir stunda', line: 'ejournal bells set evening 1 18:00-18:40' },
      {
        does: 'Saīsināta diena un diena, kurā tā ir',
        line: 'ejournal bells copy regular shortened --lesson 30 && ejournal bells assign shortened --on 2015-12-18',
      },
    ],
  },
});

import { counted, words } from './words.js';

export const deadlines = words({
  en: {
    year: 'the school year by its first calendar year (else that of now or of --as-of)',
    days: 'how many days to look ahead',
    teacher: 'only what this person owes (staff code)',
    class: 'only of this class',
    clause: 'only by this clause, or by those that begin with it: 4.1, 4.2',
    ics: 'write a calendar for other programs into this file (- to standard output)',
    nothing: 'Nothing is due in these days.',
    found: (n: number) => `Due: ${counted('en', n, { one: 'deadline', other: 'deadlines' })}.`,
    written: (file: string, n: number) =>
      `${counted('en', n, { one: 'deadline', other: 'deadlines' })} written to ${file}.`,
    calendarName: 'Deadlines of the journal',
    event: (what: string, name: string) => (name === '' ? what : `${what}: ${name}`),
    openThings: (n: number) => `Not there yet: ${n}`,
    examples: [
      {
        does: 'What is due in the next week',
        line: 'ejournal deadlines --as-of 2015-10-02T08:00',
      },
      {
        does: 'What a teacher has until the end of the month',
        line: 'ejournal deadlines --as-of 2015-10-02T08:00 --days 29 --teacher MAT1',
      },
      {
        does: 'A calendar for the phone of a class teacher',
        line: 'ejournal deadlines --as-of 2015-10-02T08:00 --days 60 --clause 3 --ics deadlines.ics',
      },
    ],
  },
  lv: {
    year: 'mācību gads pēc tā pirmā kalendārā gada (citādi šis vai tas, ko nosaka --as-of)',
    days: 'cik dienas raudzīties uz priekšu',
    teacher: 'tikai šī cilvēka (kods) darāmais',
    class: 'tikai šīs klases',
    clause: 'tikai pēc šī punkta vai pēc tiem, kas ar to sākas: 4.1, 4.2',
    ics: 'rakstīt šajā failā kalendāru citām programmām (- uz standarta izvadu)',
    nothing: 'Šajās dienās termiņu nav.',
    found: (n) => `Termiņu skaits: ${n}.`,
    written: (file, n) => `Kalendārs ierakstīts failā ${file}; termiņu skaits: ${n}.`,
    calendarName: 'Žurnāla termiņi',
    event: (what, name) => (name === '' ? what : `${what}: ${name}`),
    openThings: (n) => `Vēl trūkst: ${n}`,
    examples: [
      {
        does: 'Kam pienāk termiņš tuvākajā nedēļā',
        line: 'ejournal deadlines --as-of 2015-10-02T08:00',
      },
      {
        does: 'Kas pedagogam jāizdara līdz mēneša beigām',
        line: 'ejournal deadlines --as-of 2015-10-02T08:00 --days 29 --teacher MAT1',
      },
      {
        does: 'Kalendārs klases audzinātāja tālrunim',
        line: 'ejournal deadlines --as-of 2015-10-02T08:00 --days 60 --clause 3 --ics deadlines.ics',
      },
    ],
  },
});

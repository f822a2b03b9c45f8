import { counted, words } from './words.js';

export const importingStudents = words({
  en: {
    on: 'from which day a new class holds, and the last day of those withdrawn (else today)',
    complete:
      'the file has all students: list those in the database who are missing in it (status 3)',
    withdrawMissing: 'withdraw them; needs --on',
    missing: 'confirm how many are missing, where they are more than 5 % of the school',
    withdraw: (n: number) =>
      `${counted('en', n, { one: 'student is', other: 'students are' })} missing in the file. Withdraw them?`,
    imported: (rows: number, added: number, changed: number) =>
      `${counted('en', rows, { one: 'row', other: 'rows' })}: ${added} new, ${changed} changed.`,
    withdrawn: (n: number) =>
      `Withdrawn: ${counted('en', n, { one: 'student', other: 'students' })}.`,
    notInFile: (n: number) =>
      `Missing in the file: ${counted('en', n, { one: 'student', other: 'students' })}. Nobody was withdrawn.`,
    examples: [
      { does: 'Import the students', line: 'ejournal import-students school/students.csv' },
      {
        does: 'See who changed, field by field',
        line: 'ejournal import-students school/students.csv --diff',
      },
      {
        does: 'Find those who are not on the list any more',
        line: 'ejournal import-students school/students.csv --complete',
      },
    ],
  },
  lv: {
    on: 'no kuras dienas ir jaunā klase un kura ir atskaitīto pēdējā diena (citādi šodien)',
    complete: 'failā ir visi skolēni: rādīt tos, kuru tajā trūkst (statuss 3)',
    withdrawMissing: 'atskaitīt tos; vajadzīga --on',
    missing: 'apstiprināt trūkstošo skaitu, ja to ir vairāk nekā 5 % skolas skolēnu',
    withdraw: (n) =>
      `Failā trūkst ${counted('lv', n, { zero: 'skolēnu', one: 'skolēna', other: 'skolēnu' })}. Vai atskaitīt?`,
    imported: (rows, added, changed) =>
      `${counted('lv', rows, { zero: 'rindu', one: 'rinda', other: 'rindas' })}; jaunas: ${added}, mainītas: ${changed}.`,
    withdrawn: (n) => `Atskaitītie skolēni: ${n}.`,
    notInFile: (n) =>
      `Failā trūkst ${counted('lv', n, { zero: 'skolēnu', one: 'skolēna', other: 'skolēnu' })}. Neviens netika atskaitīts.`,
    examples: [
      { does: 'Importēt skolēnus', line: 'ejournal import-students school/students.csv' },
      {
        does: 'Redzēt pa laukiem, kas mainījies',
        line: 'ejournal import-students school/students.csv --diff',
      },
      {
        does: 'Atrast tos, kuru sarakstā vairs nav',
        line: 'ejournal import-students school/students.csv --complete',
      },
    ],
  },
});

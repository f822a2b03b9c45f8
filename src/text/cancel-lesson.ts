import { counted, words } from './words.js';

const line =
  'ejournal cancel-lesson --date 2015-10-08 --group "7.a MAT" --period 2 --reason "pedagoga slimība"';
const whole =
  'ejournal cancel-lesson --date 2015-10-09 --group "7.a MAT" --reason "mācību ekskursija"';

export const cancellingLesson = words({
  en: {
    date: 'the day of the lesson (else today)',
    period: 'the numbers of the lessons: 3, or 3,4 (else all of the group on that day)',
    group: 'the group',
    reason: 'why the lesson was not held',
    done: (n: number) =>
      `${counted('en', n, { one: 'lesson', other: 'lessons' })} recorded as not held; nothing more is owed.`,
    unchanged: 'Nothing to change: that is recorded already.',
    absencesStay: (students: readonly string[]) =>
      `Absences stand there still: ${students.join(', ')}. To take them away: ejournal record-absence --mark -`,
    examples: [
      { does: 'A lesson that was not held', line },
      { does: 'All lessons of a group on a day', line: whole },
      { does: 'See field by field what would be written', line: `${line} --diff` },
    ],
  },
  lv: {
    date: 'stundas diena (citādi šodien)',
    period: 'stundu numuri: 3 vai 3,4 (citādi visas grupas stundas tajā dienā)',
    group: 'grupa',
    reason: 'kāpēc stunda nenotika',
    done: (n) => `Nenotikušās stundas ierakstītas: ${n}; par tām vairs nekas nav jāievada.`,
    unchanged: 'Nav ko mainīt: tas jau ir ierakstīts.',
    absencesStay: (students) =>
      `Tur vēl ir kavējumi: ${students.join(', ')}. Tos noņem: ejournal record-absence --mark -`,
    examples: [
      { does: 'Stunda, kas nenotika', line },
      { does: 'Visas grupas stundas kādā dienā', line: whole },
      { does: 'Redzēt pa laukiem, kas tiktu ierakstīts', line: `${line} --diff` },
    ],
  },
});

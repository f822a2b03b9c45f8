import { counted, words } from './words.js';

const lessonsEn = (n: number) => counted('en', n, { one: 'lesson', other: 'lessons' });
const studentsEn = (n: number) => counted('en', n, { one: 'student', other: 'students' });
const lessonsLv = (n: number) =>
  counted('lv', n, { zero: 'stundu', one: 'stunda', other: 'stundas' });
const studentsLv = (n: number) =>
  counted('lv', n, { zero: 'skolēnu', one: 'skolēns', other: 'skolēni' });

const line = 'ejournal record-absence --date 2015-10-06 --student 1003 --period 2';
const day = 'ejournal record-absence --date 2015-10-07 --student 1003,1004 --all-day';
const late = 'ejournal record-absence --date 2015-10-08 --student 1005 --period 1 --mark k';

export const recordingAbsence = words({
  en: {
    date: 'the day (else today)',
    student: 'the register numbers of the students: 1001,1007',
    period: 'the numbers of the lessons: 2, or 2,3, or 1-4',
    allDay: 'every lesson of the student on that day',
    mark: 'n absent, k late, - present after all',
    force: 'also in the future, and where the student has no lesson',
    done: {
      n: (lessons: number, students: number) =>
        `Absent: ${lessonsEn(lessons)}, ${studentsEn(students)}.`,
      k: (lessons: number, students: number) =>
        `Late: ${lessonsEn(lessons)}, ${studentsEn(students)}.`,
      '-': (lessons: number, students: number) =>
        `Present after all: ${lessonsEn(lessons)}, ${studentsEn(students)}; what stood before stays in the history.`,
    },
    unchanged: 'Nothing to change: it is recorded so already.',
    examples: [
      { does: 'A student was absent from a lesson', line },
      { does: 'Two students were away the whole day', line: day },
      { does: 'Somebody came late', line: late },
      { does: 'They were there after all; both entries are kept', line: `${day} --mark -` },
    ],
  },
  lv: {
    date: 'diena (citādi šodien)',
    student: 'skolēnu lietas numuri: 1001,1007',
    period: 'stundu numuri: 2 vai 2,3, vai 1-4',
    allDay: 'visas skolēna stundas tajā dienā',
    mark: 'n nebija, k nokavēja, - tomēr bija',
    force: 'arī nākotnē un tad, kad skolēnam stundas nav',
    done: {
      n: (lessons, students) => `Kavējums: ${lessonsLv(lessons)}, ${studentsLv(students)}.`,
      k: (lessons, students) => `Nokavējums: ${lessonsLv(lessons)}, ${studentsLv(students)}.`,
      '-': (lessons, students) =>
        `Tomēr bija: ${lessonsLv(lessons)}, ${studentsLv(students)}; iepriekšējais paliek vēsturē.`,
    },
    unchanged: 'Nav ko mainīt: tā jau ir ierakstīts.',
    examples: [
      { does: 'Skolēna nebija stundā', line },
      { does: 'Divu skolēnu nebija visu dienu', line: day },
      { does: 'Kāds nokavēja', line: late },
      { does: 'Viņi tomēr bija; abi ieraksti paliek', line: `${day} --mark -` },
    ],
  },
});

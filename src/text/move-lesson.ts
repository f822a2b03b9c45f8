import { counted, words } from './words.js';

interface Where {
  readonly date: string;
  readonly period: number;
  readonly reason: string | undefined;
}

const because = (reason: string | undefined) => (reason ? `: ${reason}` : '');

const line =
  'ejournal move-lesson --date 2015-10-12 --period 5 --group "7.a MAT" --to-date 2015-10-15 --to-period 6 --reason "pedagogs komandējumā"';
const tried =
  'ejournal move-lesson --date 2015-10-19 --period 5 --group "7.a MAT" --to-date 2015-10-22 --to-period 6 --dry-run';
const sameDay = 'ejournal move-lesson --date 2015-10-14 --period 3 --group "7.a MAT" --to-period 9';

export const movingLesson = words({
  en: {
    date: 'the day of the lesson',
    period: 'the number of the lesson',
    group: 'the group',
    toDate: 'the new day (else the same)',
    toPeriod: 'the new number',
    reason: 'why; kept with both entries',
    force:
      'move it all the same: to a day without lessons, a number without a bell, or where students or the teacher have another lesson',
    whereTo: (f: Where) => `moved to ${f.date}, lesson ${f.period}${because(f.reason)}`,
    whereFrom: (f: Where) => `moved from ${f.date}, lesson ${f.period}${because(f.reason)}`,
    done: (f: { group: string; date: string; period: number }) =>
      `Moved: ${f.group} is on ${f.date} in lesson ${f.period}.`,
    absences: (n: number) =>
      `${counted('en', n, { one: 'absence', other: 'absences' })} went along with it.`,
    works: (works: readonly string[]) => `Works that went along: ${works.join(', ')}.`,
    worksLeft: (f: { day: string; works: readonly string[] }) =>
      `These works stay on ${f.day}, since the group has another lesson then, or a work of that name on the new day: ${f.works.join(', ')}.`,
    examples: [
      { does: 'To another day', line },
      { does: 'To the end of the same day', line: sameDay },
      { does: 'Try it first', line: tried },
    ],
  },
  lv: {
    date: 'stundas diena',
    period: 'stundas numurs',
    group: 'grupa',
    toDate: 'jaunā diena (citādi tā pati)',
    toPeriod: 'jaunais numurs',
    reason: 'kāpēc; paliek pie abiem ierakstiem',
    force:
      'pārcelt tik un tā: uz dienu bez mācību stundām, uz numuru bez zvana vai tad, kad skolēniem vai pedagogam ir cita stunda',
    whereTo: (f) => `pārcelta uz ${f.date}, ${f.period}. stundu${because(f.reason)}`,
    whereFrom: (f) => `pārcelta no ${f.date}, ${f.period}. stundas${because(f.reason)}`,
    done: (f) => `Stunda pārcelta: grupai ${f.group} tā ir ${f.date}, ${f.period}. stunda.`,
    absences: (n) => `Kavējumi, kas pārcelti līdzi: ${n}.`,
    works: (works) => `Darbi, kas pārcelti līdzi: ${works.join(', ')}.`,
    worksLeft: (f) =>
      `Šie darbi paliek ${f.day}, jo grupai tad ir vēl kāda stunda vai jaunajā dienā jau ir darbs ar tādu nosaukumu: ${f.works.join(', ')}.`,
    examples: [
      { does: 'Uz citu dienu', line },
      { does: 'Uz tās pašas dienas beigām', line: sameDay },
      { does: 'Vispirms izmēģināt', line: tried },
    ],
  },
});

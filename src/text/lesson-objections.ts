import { counted, words } from './words.js';

/** A lesson that is to be entered, and what the timetable expects of the group on that day. */
export interface ObjectedLesson {
  readonly date: string;
  readonly period: number;
  readonly group: string;
  readonly expected: readonly number[];
}

type DayOff =
  | 'public_holiday'
  | 'moved_off'
  | 'weekend'
  | 'holiday'
  | 'no_school'
  | 'outside_semester';

interface Span {
  readonly from: string | null;
  readonly until: string | null;
}

interface Time {
  readonly weekday: number;
  readonly period: number;
  readonly week: 'A' | 'B' | null;
}

/** The facts of each objection, under its name. */
export type SaidObjection =
  | { readonly why: 'dayOff'; readonly kind: DayOff; readonly name: string | null }
  | { readonly why: 'otherPeriods'; readonly weekday: number; readonly periods: readonly number[] }
  | { readonly why: 'otherWeek'; readonly week: 'A' | 'B' }
  | ({ readonly why: 'otherDates' } & Span)
  | { readonly why: 'noBell'; readonly schedule: string | null }
  | {
      readonly why: 'otherDays';
      readonly weekday: number;
      readonly week: 'A' | 'B' | null;
      readonly times: readonly Time[];
    }
  | { readonly why: 'future'; readonly today: string }
  | { readonly why: 'notHeld'; readonly reason: string | null }
  | { readonly why: 'otherLessons'; readonly groups: readonly string[]; readonly students: number }
  | { readonly why: 'teacherBusy'; readonly teacher: string; readonly groups: readonly string[] }
  | { readonly why: 'otherTeacher'; readonly teacher: string; readonly own: readonly string[] }
  | ({ readonly why: 'notOnStaff'; readonly teacher: string } & Span);

const daysEn = [
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
];
const daysLv = [
  'pirmdienās',
  'otrdienās',
  'trešdienās',
  'ceturtdienās',
  'piektdienās',
  'sestdienās',
  'svētdienās',
];
const dayEn = (weekday: number) => daysEn[weekday - 1] ?? '';
const dayLv = (weekday: number) => daysLv[weekday - 1] ?? '';
const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

const named = (name: string | null) => (name ? ` (${name})` : '');
const lessonsEn = (periods: readonly number[]) =>
  `${periods.length === 1 ? 'lesson' : 'lessons'} ${periods.join(', ')}`;
const lessonsLv = (periods: readonly number[]) =>
  `${periods.map((period) => `${period}.`).join(', ')} stunda`;

const studentsEn = (n: number) => counted('en', n, { one: 'student', other: 'students' });

const offEn: Record<DayOff, (date: string, name: string | null) => string> = {
  public_holiday: (date, name) => `${date} is a public holiday${named(name)}.`,
  moved_off: (date, name) => `${date} is a day off that is worked on another day${named(name)}.`,
  weekend: (date) => `${date} lies on a weekend.`,
  holiday: (date, name) => `${date} lies in a holiday${named(name)}.`,
  no_school: (date, name) => `There are no lessons on ${date}${named(name)}.`,
  outside_semester: (date) => `${date} lies in no semester.`,
};
const offLv: Record<DayOff, (date: string, name: string | null) => string> = {
  public_holiday: (date, name) => `${date} ir svētku diena${named(name)}.`,
  moved_off: (date, name) => `${date} ir pārcelta brīvdiena${named(name)}.`,
  weekend: (date) => `${date} ir brīvdiena.`,
  holiday: (date, name) => `${date} ir brīvlaikā${named(name)}.`,
  no_school: (date, name) => `${date} mācību stundu nav${named(name)}.`,
  outside_semester: (date) => `${date} nav nevienā semestrī.`,
};

const spanEn = ({ from, until }: Span) =>
  [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ');
const spanLv = ({ from, until }: Span) =>
  [from && `no ${from}`, until && `līdz ${until}`].filter(Boolean).join(' ');

/** Why a lesson is not simply entered: a sentence for each reason, and what is expected instead. */
export const lessonObjections = words({
  en: {
    because: (objection: SaidObjection, { date, period, group }: ObjectedLesson): string => {
      switch (objection.why) {
        case 'dayOff':
          return offEn[objection.kind](date, objection.name);
        case 'otherPeriods':
          return `On ${dayEn(objection.weekday)} the timetable has ${group} in ${lessonsEn(objection.periods)}, not in lesson ${period}.`;
        case 'otherWeek':
          return `The timetable has this lesson of ${group} in week ${objection.week} only, and ${date} lies in the other week.`;
        case 'otherDates':
          return `The timetable has this lesson of ${group} ${spanEn(objection)} only.`;
        case 'noBell':
          return objection.schedule
            ? `The bell schedule of ${date}, ${objection.schedule}, has no lesson ${period}.`
            : `The bells of ${date} have no lesson ${period}.`;
        case 'otherDays':
          return objection.times.length === 0
            ? `The timetable has no lesson of ${group} at all.`
            : `The timetable has no lesson of ${group} on ${dayEn(objection.weekday)}${objection.week ? ` of week ${objection.week}` : ''}; it has: ${timesEn(objection.times)}.`;
        case 'future':
          return `${date} lies in the future; today is ${objection.today}.`;
        case 'notHeld':
          return `The lesson is recorded as not held${named(objection.reason)}.`;
        case 'otherLessons':
          return `${studentsEn(objection.students)} of ${group} ${objection.students === 1 ? 'has' : 'have'} lesson ${period} on ${date} with: ${objection.groups.join(', ')}.`;
        case 'teacherBusy':
          return `${objection.teacher} has lesson ${period} on ${date} with: ${objection.groups.join(', ')}.`;
        case 'otherTeacher':
          return `${objection.teacher} does not teach ${group}; who does: ${objection.own.join(', ') || 'nobody'}.`;
        case 'notOnStaff':
          return `${objection.teacher} does not work at the school on ${date}, only ${spanEn(objection)}.`;
      }
    },
    expected: ({ group, expected }: ObjectedLesson) =>
      expected.length === 0
        ? `Nothing is expected of ${group} on that day.`
        : `Expected of ${group} on that day: ${lessonsEn(expected)}.`,
  },
  lv: {
    because: (objection, { date, period, group }) => {
      switch (objection.why) {
        case 'dayOff':
          return offLv[objection.kind](date, objection.name);
        case 'otherPeriods':
          return `${upper(dayLv(objection.weekday))} grupai ${group} stundu sarakstā ir ${lessonsLv(objection.periods)}, nevis ${period}. stunda.`;
        case 'otherWeek':
          return `Šī grupas ${group} stunda sarakstā ir tikai ${objection.week} nedēļā, bet ${date} ir citā nedēļā.`;
        case 'otherDates':
          return `Šī grupas ${group} stunda sarakstā ir tikai ${spanLv(objection)}.`;
        case 'noBell':
          return objection.schedule
            ? `Zvanu sarakstā ${objection.schedule}, kas ir spēkā ${date}, nav ${period}. stundas.`
            : `${date} zvanu sarakstā nav ${period}. stundas.`;
        case 'otherDays':
          return objection.times.length === 0
            ? `Stundu sarakstā grupai ${group} nav nevienas stundas.`
            : `${upper(dayLv(objection.weekday))}${objection.week ? ` ${objection.week} nedēļā` : ''} grupai ${group} stundu nav; tās ir: ${timesLv(objection.times)}.`;
        case 'future':
          return `${date} vēl nav pienācis; šodien ir ${objection.today}.`;
        case 'notHeld':
          return `Stunda ir ierakstīta kā nenotikusi${named(objection.reason)}.`;
        case 'otherLessons':
          return `Grupas ${group} skolēni, kam ${date} ${period}. stunda ir citā grupā (${objection.groups.join(', ')}): ${objection.students}.`;
        case 'teacherBusy':
          return `Pedagogam ${objection.teacher} ${date} ${period}. stundā ir cita grupa: ${objection.groups.join(', ')}.`;
        case 'otherTeacher':
          return `${objection.teacher} nemāca grupu ${group}; to māca: ${objection.own.join(', ') || 'neviens'}.`;
        case 'notOnStaff':
          return `${objection.teacher} ${date} skolā nestrādā, tikai ${spanLv(objection)}.`;
      }
    },
    expected: ({ group, expected }) =>
      expected.length === 0
        ? `Grupai ${group} tajā dienā stundu nav paredzēts.`
        : `Grupai ${group} tajā dienā paredzēta ${lessonsLv(expected)}.`,
  },
});

const weekOf = ({ week }: Time) => (week ? ` (${week})` : '');
const timesEn = (times: readonly Time[]) =>
  times.map((time) => `${dayEn(time.weekday)} ${time.period}${weekOf(time)}`).join(', ');
const timesLv = (times: readonly Time[]) =>
  times.map((time) => `${dayLv(time.weekday)} ${time.period}.${weekOf(time)}`).join(', ');

import { type Calendar, isSchoolDay, isWorkingDay, taughtAs } from '../../../rules/calendar.js';
import { addDays, type CivilDate, daysFrom } from '../../../rules/civil-date.js';
import { momentOf } from '../../../rules/school-time.js';
import { addWorkingDays } from '../../../rules/working-days.js';
import { type Dice, dice } from './dice.js';
import type { Group, Teaching } from './groups.js';
import type { Student } from './people.js';
import type { SampleSchool } from './plan.js';

export type JournalRow = Readonly<Record<string, string | number>>;

/** What teachers entered, by the name of the file. */
export type Journal = Readonly<
  Record<'lessons' | 'absences' | 'justifications' | 'works' | 'marks', JournalRow[]>
>;

const topics = [
  'Ievads tematā',
  'Jēdzienu atkārtošana',
  'Uzdevumu risināšana',
  'Darbs ar avotiem; diskusija',
  'Praktiskais darbs "Mērījumi"',
  'Pētījuma plānošana',
];
const homework = [
  '',
  '',
  'Mācību grāmata, 24.-26. lpp.',
  'Darba lapa Nr. 3',
  'Sagatavot stāstījumu',
];
/** Every so many lessons of a group there is a work of this kind. */
const works = [
  { every: 9, kind: 'test', title: 'Pārbaudes darbs' },
  { every: 5, kind: 'classwork', title: 'Darbs stundā' },
  { every: 7, kind: 'quiz', title: 'Ieskaite' },
] as const;

const zone = 'Europe/Riga';

interface Lesson {
  readonly date: CivilDate;
  readonly period: number;
  readonly group: Group;
  /** Which lesson of the group it is in the year. */
  readonly number: number;
}

/** Keeps the journal from the first day of lessons on: most of it in time, some late, some never. */
export function keepJournal(
  school: SampleSchool,
  calendar: Calendar,
  first: CivilDate,
  { groups, teachers }: Teaching,
): Journal {
  const journal: Journal = { lessons: [], absences: [], justifications: [], works: [], marks: [] };
  const held = new Map<Group, number>();
  const illness = new Map<Student, CivilDate>();
  const put = (file: keyof Journal, row: JournalRow) => {
    if (String(row['recorded_at']).slice(0, 10) <= school.until) journal[file].push(row);
  };
  const substitutes = (slot: number) =>
    teachers.filter((teacher) => !teacher.busy.has(slot)).map((teacher) => teacher.code);

  for (const date of daysFrom(first, school.until)) {
    if (!isWorkingDay(calendar, date)) continue;
    const away = whoIsAway(school, calendar, date, groups, illness, put);
    for (const group of groups) {
      if (!isSchoolDay(calendar, date, group.grade)) continue;
      for (const slot of group.slots) {
        if (Math.floor(slot / 100) !== taughtAs(calendar, date)) continue;
        const number = (held.get(group) ?? 0) + 1;
        held.set(group, number);
        const lesson = { date, period: slot % 100, group, number };
        enterLesson(school, calendar, lesson, away, substitutes(slot), put);
      }
    }
  }
  return journal;
}

type Put = (file: keyof Journal, row: JournalRow) => void;

const at = (date: CivilDate, hour: number, minute: number) =>
  momentOf(date, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`, zone);

/** Illness of a day or of several; most bring a note when they are back. */
function whoIsAway(
  { seed }: SampleSchool,
  calendar: Calendar,
  date: CivilDate,
  groups: readonly Group[],
  illness: Map<Student, CivilDate>,
  put: Put,
): ReadonlySet<Student> {
  const away = new Set<Student>();
  for (const student of new Set(groups.flatMap((group) => group.members))) {
    const until = illness.get(student);
    if (until !== undefined && until >= date) {
      away.add(student);
      continue;
    }
    const chance = dice(seed, 'health', date, student.register_no);
    if (!chance.often(0.012)) continue;
    const last = addDays(date, chance.between(0, 4));
    illness.set(student, last);
    away.add(student);
    justify(chance, calendar, student, date, last, put);
  }
  return away;
}

function justify(
  chance: Dice,
  calendar: Calendar,
  { register_no }: Student,
  from: CivilDate,
  until: CivilDate,
  put: Put,
): void {
  const decided = chance.next();
  if (decided > 0.85) return;
  const isJustified = decided < 0.75;
  put('justifications', {
    register_no,
    from,
    until,
    status: isJustified ? 'justified' : 'unjustified',
    reason: isJustified ? chance.pick(['illness', 'illness', 'doctor', 'family']) : 'other',
    document: isJustified ? `Zīme Nr. ${chance.between(100, 999)}` : '',
    recorded_at: at(
      addWorkingDays(calendar, until, chance.between(1, 3)),
      9,
      chance.between(0, 59),
    ),
  });
}

function enterLesson(
  { seed }: SampleSchool,
  calendar: Calendar,
  { date, period, group, number }: Lesson,
  away: ReadonlySet<Student>,
  substitutes: readonly string[],
  put: Put,
): void {
  const chance = dice(seed, 'lesson', date, period, group.name);
  if (chance.often(0.012)) return;
  const recorded_at = whenEntered(chance, calendar, date, period);
  const row = { date, period, group: group.name, recorded_at };
  if (chance.often(0.006)) {
    put('lessons', { ...row, held: 'no', reason: 'Pedagoga slimība' });
    return;
  }
  const isChecked = !chance.often(0.008);
  put('lessons', {
    ...row,
    topic: chance.often(0.008) ? '' : `${number}. ${chance.pick(topics)}`,
    homework: group.subject.code === 'KLS' ? '' : chance.pick(homework),
    teacher: substitutes.length > 0 && chance.often(0.008) ? chance.pick(substitutes) : '',
    kind: group.subject.code === 'KLS' ? 'class_hour' : '',
    absences_checked: isChecked ? 'yes' : 'no',
  });
  const absent = group.members.filter((student) => away.has(student));
  if (isChecked) enterAbsences(chance, { date, period, group, number }, absent, recorded_at, put);
  if (group.subject.code !== 'KLS')
    assess(chance, calendar, { date, period, group, number }, absent, put);
}

/** Mostly on the day itself; sometimes after six, sometimes days later. */
function whenEntered(chance: Dice, calendar: Calendar, date: CivilDate, period: number): string {
  const luck = chance.next();
  if (luck < 0.015) return at(date, 18, chance.between(1, 59));
  if (luck < 0.04)
    return at(addWorkingDays(calendar, date, chance.between(1, 5)), 10, chance.between(0, 59));
  return at(date, Math.min(17, 9 + period + chance.between(0, 1)), chance.between(0, 59));
}

function enterAbsences(
  chance: Dice,
  { date, period, group }: Lesson,
  absent: readonly Student[],
  recorded_at: string,
  put: Put,
): void {
  for (const { register_no } of absent) {
    put('absences', { date, period, register_no, mark: 'n', recorded_at });
  }
  if (!chance.often(0.05)) return;
  const late = chance.pick(group.members);
  if (absent.includes(late)) return;
  put('absences', { date, period, register_no: late.register_no, mark: 'k', recorded_at });
}

function assess(
  chance: Dice,
  calendar: Calendar,
  { date, group, number }: Lesson,
  absent: readonly Student[],
  put: Put,
): void {
  const found = works.find(({ every }) => number % every === 0);
  if (!found) return;
  const { every, kind, title } = found;
  const work = { date, group: group.name, work: `${title} Nr. ${number / every}`, kind };
  const isPass = kind === 'quiz' && chance.often(0.4);
  if (kind === 'test') {
    put('works', {
      ...work,
      scale: isPass ? 'pass' : 'points',
      recorded_at: at(addDays(date, -3), 15, 0),
    });
  }
  if (chance.often(0.02)) return;
  const day = addWorkingDays(
    calendar,
    date,
    chance.often(0.07) ? chance.between(6, 8) : chance.between(0, 5),
  );
  const recorded_at = at(day, chance.between(9, 17), chance.between(0, 59));
  for (const student of group.members) {
    const value = absent.includes(student) ? 'n' : markOf(chance, student, isPass);
    put('marks', { ...work, register_no: student.register_no, value, recorded_at });
  }
}

function markOf(chance: Dice, { ability }: Student, isPass: boolean): string | number {
  const points = Math.round(Math.min(10, Math.max(1, ability + (chance.next() - 0.5) * 4)));
  if (!isPass) return chance.often(0.008) ? 'nv' : points;
  return points >= 4 ? 'i' : 'ni';
}

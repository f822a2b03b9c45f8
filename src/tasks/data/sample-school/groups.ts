import { dice } from './dice.js';
import { email, mobile, type Name, personName, type Student } from './people.js';
import { classHour, type SampleSchool, type Subject, subjects, weekly } from './plan.js';

/** A weekday and a period in one number: 304 is Wednesday, lesson 4. */
type Slot = number;

export interface Teacher extends Name {
  readonly code: string;
  readonly phone: string;
  readonly email: string;
  /** The teacher's own room. */
  readonly room: string;
  readonly busy: Set<Slot>;
  /** Whose class teacher. */
  class: string;
}

export interface Group {
  readonly name: string;
  readonly subject: Subject;
  readonly teacher: Teacher;
  readonly classes: readonly string[];
  readonly grade: number;
  readonly whole: boolean;
  readonly members: readonly Student[];
  readonly slots: readonly Slot[];
}

export interface SchoolClass {
  readonly name: string;
  readonly grade: number;
  readonly students: readonly Student[];
  readonly busy: Set<Slot>;
}

/** More lessons a week than this nobody teaches. */
const fullLoad = 24;
const lastPeriod = 9;

export interface Teaching {
  readonly groups: readonly Group[];
  readonly teachers: readonly Teacher[];
}

/** Makes groups with teachers and a timetable in which no class and no teacher is at two places at once. */
export function makeGroups(school: SampleSchool, classes: readonly SchoolClass[]): Teaching {
  const teachers: Teacher[] = [];
  const groups: Group[] = [];

  const teacherOf = (subject: Subject, slots: readonly Slot[]): Teacher => {
    const colleagues = teachers.filter((teacher) => codeOf(teacher) === subject.code);
    const free = colleagues.find(
      ({ busy }) => busy.size + slots.length <= fullLoad && slots.every((slot) => !busy.has(slot)),
    );
    const teacher = free ?? newTeacher(school, subject, colleagues.length + 1, teachers.length);
    if (!free) teachers.push(teacher);
    for (const slot of slots) teacher.busy.add(slot);
    return teacher;
  };
  /** Where a colleague of the subject is free too, so that a school needs no more teachers than it must. */
  const place: Place = (busy, subject, lessons) => {
    const colleagues = teachers.filter(
      (teacher) => codeOf(teacher) === subject.code && teacher.busy.size + lessons <= fullLoad,
    );
    const both = colleagues.map((teacher) => freeSlots([...busy, teacher], lessons));
    const slots = both.find((found) => found !== undefined) ?? freeSlots(busy, lessons);
    if (!slots) throw new Error('the timetable of a class is full');
    for (const each of busy) for (const slot of slots) each.busy.add(slot);
    return slots;
  };
  const add = (group: Omit<Group, 'teacher'>, teacher = teacherOf(group.subject, group.slots)) =>
    groups.push({ ...group, teacher });

  for (const grade of new Set(classes.map((each) => each.grade))) {
    const own = classes.filter((each) => each.grade === grade);
    addChoices(school, grade, own, place, add);
    for (const each of own) addOwn(each, place, add);
  }
  for (const each of classes) addClassHour(each, groups, place, add);
  return { groups, teachers };
}

type Busy = { readonly busy: Set<Slot> };
type Place = (busy: readonly Busy[], subject: Subject, lessons: number) => Slot[];
type Add = (group: Omit<Group, 'teacher'>, teacher?: Teacher) => void;

const codeOf = ({ code }: Teacher) => code.replace(/\d+$/, '');

function newTeacher(
  { seed }: SampleSchool,
  { code: subject }: Subject,
  number: number,
  place: number,
): Teacher {
  const code = `${subject}${number}`;
  const chance = dice(seed, 'teacher', code);
  const name = personName(chance);
  return {
    ...name,
    code,
    phone: mobile(chance),
    email: email(name, ''),
    room: String(101 + place),
    busy: new Set(),
    class: '',
  };
}

/** The second language: the classes of a grade learn it at one time, in groups of several classes. */
function addChoices(
  { seed }: SampleSchool,
  grade: number,
  classes: readonly SchoolClass[],
  place: Place,
  add: Add,
) {
  const chosen = subjects.filter((subject) => subject.division === 'choice');
  const [first] = chosen;
  if (!first) return;
  const slots = place(classes, first, weekly(first, grade));
  const students = classes.flatMap((each) => each.students);
  const wish = (student: Student) =>
    dice(seed, 'choice', student.register_no).between(0, chosen.length - 1);
  for (const [choice, subject] of chosen.entries()) {
    const wanted = students.filter((student) => wish(student) === choice);
    const parts = Math.ceil(wanted.length / 24);
    for (let part = 0; part < parts; part += 1) {
      const members = wanted.filter((_student, at) => at % parts === part);
      const names = classes.map((each) => each.name);
      const name = `${grade} ${subject.code} ${part + 1}`;
      add({ name, subject, classes: names, grade, whole: false, members, slots });
    }
  }
}

function addOwn({ name, grade, students, busy }: SchoolClass, place: Place, add: Add): void {
  for (const subject of subjects) {
    const lessons = weekly(subject, grade);
    if (lessons === 0 || subject.division === 'choice') continue;
    const slots = place([{ busy }], subject, lessons);
    const shared = { subject, classes: [name], grade, slots };
    for (const { suffix, members } of partsOf(subject, students)) {
      add({ ...shared, name: `${name} ${subject.code}${suffix}`, whole: suffix === '', members });
    }
  }
}

function partsOf({ division }: Subject, students: readonly Student[]) {
  const halves = division === 'halves' && students.length >= 12;
  const sexes = division === 'sexes' && new Set(students.map((student) => student.sex)).size === 2;
  if (halves) {
    return [0, 1].map((half) => ({
      suffix: ` ${half + 1}`,
      members: students.filter((_student, place) => place % 2 === half),
    }));
  }
  if (!sexes) return [{ suffix: '', members: students }];
  return ['S', 'V'].map((sex) => ({
    suffix: ` ${sex}`,
    members: students.filter((student) => student.sex === sex),
  }));
}

/** The class teacher is one who teaches the class, and holds its class hour. */
function addClassHour(each: SchoolClass, groups: readonly Group[], place: Place, add: Add): void {
  const own = groups.filter(
    (group) => group.classes.length === 1 && group.classes[0] === each.name,
  );
  const group = own.find(({ teacher }) => teacher.class === '') ?? own[0];
  if (!group) return;
  const { teacher } = group;
  if (teacher.class === '') teacher.class = each.name;
  const slots = place([each, teacher], classHour, 1);
  const { name, grade, students } = each;
  add(
    {
      name: `${name} KLS`,
      subject: classHour,
      classes: [name],
      grade,
      whole: true,
      members: students,
      slots,
    },
    teacher,
  );
}

/** Slots at which all are free, on as many different days as can be, early ones first. */
function freeSlots(all: readonly Busy[], lessons: number): Slot[] | undefined {
  const slots: Slot[] = [];
  for (let perDay = 1; perDay <= lastPeriod; perDay += 1) {
    for (let day = 1; day <= 5 && slots.length < lessons; day += 1) {
      if (slots.filter((slot) => Math.floor(slot / 100) === day).length >= perDay) continue;
      const slot = firstFree(all, day, slots);
      if (slot !== undefined) slots.push(slot);
    }
    if (slots.length === lessons) return slots;
  }
  return undefined;
}

function firstFree(all: readonly Busy[], day: number, taken: readonly Slot[]): Slot | undefined {
  for (let period = 1; period <= lastPeriod; period += 1) {
    const slot = day * 100 + period;
    if (!taken.includes(slot) && all.every(({ busy }) => !busy.has(slot))) return slot;
  }
  return undefined;
}

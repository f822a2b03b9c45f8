import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf } from '../../../csv/files.js';
import { writeFileSafely } from '../../../csv/safe-file.js';
import { csvText } from '../../../csv/writer.js';
import { makeCalendar } from '../../../rules/calendar.js';
import { fileKinds, type YearFileKind } from '../../../rules/file-kinds.js';
import { nationalCalendar } from '../../../rules/school-years.js';
import { type Group, makeGroups, type SchoolClass, type Teacher } from './groups.js';
import { keepJournal } from './journal.js';
import { makeParents, makePersonalFiles, makeStudents, type Student } from './people.js';
import { classHour, programmeOf, programmes, type SampleSchool, subjects, weekly } from './plan.js';

type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Writes a synthetic school into a folder, as the files that `setup` reads, and returns how many rows
 * each has. The people are made up; the same wishes give the same bytes.
 */
export function writeSampleSchool(
  folder: string,
  school: SampleSchool,
): Record<YearFileKind, number> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = filesOf(school);
  const counts = {} as Record<YearFileKind, number>;
  for (const kind of fileKinds) {
    const columns = Object.keys(columnsOf[kind]);
    const rows = files[kind].map((row) => columns.map((column) => row[column] as string));
    counts[kind] = rows.length;
    const text = csvText(columns, rows, 'csv');
    writeFileSafely(join(folder, `${kind}.csv`), text, { overwrite: true });
  }
  return counts;
}

function filesOf(school: SampleSchool): Record<YearFileKind, Rows> {
  const calendar = nationalCalendar(school.year);
  if (!calendar) throw new Error(`the dates of the school year ${school.year} are not known`);
  const first = calendar[0]?.from ?? school.until;
  const classes = classesOf(school);
  const students = makeStudents(school, classes);
  const filled = classes.map(
    (each): SchoolClass => ({
      ...each,
      students: students.filter((student) => student.class === each.name),
      busy: new Set(),
    }),
  );
  const teaching = makeGroups(school, filled);
  const days = makeCalendar(calendar);
  return {
    school: schoolRows(school),
    calendar: calendar as unknown as Rows,
    subjects: subjectRows(),
    programmes: programmeRows(school),
    students: students.map((student) => studentRow(student, first)),
    movements: [],
    staff: staffRows(teaching.teachers),
    parents: makeParents(school, students) as unknown as Rows,
    'personal-files': makePersonalFiles(school, students),
    bells: bellRows(),
    groups: teaching.groups.map(groupRow),
    'group-teachers': [],
    'group-members': teaching.groups.flatMap(memberRows),
    timetable: teaching.groups.flatMap(timetableRows),
    ...keepJournal(school, days, first, teaching),
    'term-marks': [],
    decisions: [],
    'exam-certificates': [],
  };
}

function classesOf({ grades: [from, until], parallel }: SampleSchool) {
  const grades = Array.from({ length: until - from + 1 }, (_, place) => from + place);
  return grades.flatMap((grade) =>
    [...'abcdefgh'].slice(0, parallel).map((letter) => ({ name: `${grade}.${letter}`, grade })),
  );
}

function schoolRows({ seed }: SampleSchool): Rows {
  const settings = {
    name: `Paraugpilsētas ${seed}. valsts ģimnāzija`,
    registration_no: '0000000000',
    address: 'Skolas iela 1, Paraugpilsēta, LV-0000',
    phone: '+37160000000',
    email: 'skola@example.org',
    website: 'www.example.org',
    municipality: 'Paraugpilsētas pilsētas dome',
    head: 'Guna Paraugniece',
    deputy: 'Jānis Paraugs',
    terms_url: 'https://example.org/noteikumi',
    timezone: 'Europe/Riga',
    language: 'lv',
  };
  return Object.entries(settings).map(([key, value]) => ({ key, value }));
}

const allSubjects = [...subjects, classHour];

function subjectRows(): Rows {
  return allSubjects.map(({ code, name, certificateName }, place) => ({
    code,
    name,
    certificate_name: certificateName,
    scale: code === classHour.code ? 'pass' : 'points',
    order: place + 1,
  }));
}

function programmeRows({ grades: [from, until] }: SampleSchool): Rows {
  return programmes.flatMap((programme) =>
    allSubjects.flatMap((subject) =>
      Array.from({ length: until - from + 1 }, (_, place) => from + place)
        .filter((grade) => programmeOf(grade) === programme && weekly(subject, grade) > 0)
        .map((grade) => ({
          programme: programme.code,
          programme_name: programme.name,
          grade,
          subject: subject.code,
          lessons_per_week: weekly(subject, grade),
        })),
    ),
  );
}

function studentRow(student: Student, first: string) {
  return { ...student, programme: programmeOf(student.grade).code, enrolled_on: first };
}

function staffRows(teachers: readonly Teacher[]): Rows {
  const office = [
    { code: 'DIR', last_name: 'Paraugniece', first_name: 'Guna', roles: 'head' },
    { code: 'ADM', last_name: 'Paraugs', first_name: 'Jānis', roles: 'administrator+deputy' },
  ];
  const teaching = teachers.map(({ busy: _busy, room: _room, ...teacher }) => ({
    ...teacher,
    roles: teacher.class ? 'teacher+class_teacher' : 'teacher',
  }));
  return [...office, ...teaching];
}

/** Forty minutes from half past eight, with a long break after the fourth lesson. */
function bellRows(): Rows {
  let starts = 8 * 60 + 30;
  return Array.from({ length: 9 }, (_, place) => {
    const row = {
      schedule: 'regular',
      period: place + 1,
      starts: clock(starts),
      ends: clock(starts + 40),
      weekdays: '1-5',
    };
    starts += 40 + (place === 3 ? 20 : 10);
    return row;
  });
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const groupRow = ({ name, subject, teacher, classes, whole }: Group) => ({
  group: name,
  subject: subject.code,
  teacher: teacher.code,
  classes: classes.join('+'),
  whole: whole ? 'yes' : 'no',
});

const memberRows = ({ name, whole, members }: Group) =>
  whole ? [] : members.map(({ register_no }) => ({ group: name, register_no }));

const timetableRows = ({ name, slots, teacher }: Group) =>
  slots.map((slot) => ({
    group: name,
    weekday: Math.floor(slot / 100),
    period: slot % 100,
    room: teacher.room,
  }));

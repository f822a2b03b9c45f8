import type { Database } from 'better-sqlite3';
import { classTeacherNames } from '../../db/offices.js';
import { contactsOf } from '../../db/parents.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import { type SchoolYearRow, schoolYear } from '../../db/school-years.js';
import { type CivilDate, schoolYearBounds, schoolYearOf } from '../../rules/civil-date.js';
import { gradeOf, isClassAsked } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { byClassAndName } from '../../rules/latvian-order.js';
import { dateOf } from '../../rules/school-time.js';
import { type Semester, semesterOf } from '../../rules/semesters.js';
import { yearOf } from '../school-year.js';
import {
  type AbsenceFilter,
  type AbsenceRow,
  absencesIn,
  askedStudents,
  spanOf,
} from './absences.js';
import { yearBook } from './year-book.js';

const alarms = ['absent_today', 'unjustified_limit', 'unjustified_warning'] as const;

/** A student about whom somebody must be told; the names are an interface of the output. */
export interface AlarmRow {
  alarm: (typeof alarms)[number];
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
  /** "First Last"; '' where the class has none. */
  class_teacher: string;
  /** Who may be told, each with the telephone. */
  parents: readonly string[];
  /** Their telephones alone. */
  phones: readonly string[];
  /** The first lesson missed today; null for the other alarms. */
  since_period: number | null;
  /** Of `absent_today` the lessons missed today, else the unjustified ones of the semester. */
  lessons: number;
  term: Semester;
}

export type AlarmFilter = Pick<AbsenceFilter, 'class' | 'student' | 'group'>;

/**
 * Who is absent today without a known reason (the class teacher asks the parents the same day), and who
 * has more unjustified lessons in the semester than the school's limit, or enough for a warning.
 * Source: Cabinet regulation 89/2011; the numbers are settings.
 * @throws Problem noSchoolYear, unknownClass, unknownStudent, unknownGroup
 */
export function absenceAlarm(db: Database, asOf: Date, filter: AlarmFilter): AlarmRow[] {
  const date = dateOf(asOf, schoolZone(db));
  const year = schoolYear(db, schoolYearOf(date)) ?? yearOf(db, undefined);
  const { last } = schoolYearBounds(year.year);
  const today = date < last ? date : last;
  const book = yearBook(db, year);
  const { classOn } = book.membership;
  const students = askedStudents(db, year, book, filter);
  const rows = absencesIn(db, book, spanOf(year, { until: today }, asOf), students).filter(
    (row) => row.mark === 'n' && (filter.group === undefined || row.group === filter.group),
  );
  const limits = alarmLimits(db);
  const ofStudent = groupedBy(rows, (row) => row.register_no);
  const found = students.flatMap((student) => {
    const className = classOn(student, today);
    if (className === undefined) return [];
    if (!isClassAsked(className, filter.class)) return [];
    const { register_no, last_name, first_name, student_id } = student;
    const termOf = (day: CivilDate) => semesterOf(book.plan.calendar.rows, day, gradeOf(className));
    const own = ofStudent.get(register_no) ?? [];
    const raised = alarmsOf(limits, own, today, termOf);
    return raised.map((alarm) => ({
      student_id,
      ...{ ...alarm, register_no, last_name, first_name, class: className, term: termOf(today) },
    }));
  });
  return told(db, year, today, found);
}

/** Unjustified lessons in a semester: above `limit` they are reported, from `warning` on there is a warning. */
interface Limits {
  readonly limit: number;
  readonly warning: number;
}

export function alarmLimits(db: Database): Limits {
  return { limit: setting(db, 'unjustified_limit'), warning: setting(db, 'unjustified_warning') };
}

type Raised = Pick<AlarmRow, 'alarm' | 'since_period' | 'lessons'>;

function alarmsOf(
  { limit, warning }: Limits,
  rows: readonly AbsenceRow[],
  today: CivilDate,
  termOf: (day: CivilDate) => Semester,
): Raised[] {
  const raised: Raised[] = [];
  const unknown = rows.filter((row) => row.date === today && row.status === 'undecided');
  const since_period = unknown[0]?.period ?? null;
  if (unknown.length > 0) {
    raised.push({ alarm: 'absent_today', since_period, lessons: unknown.length });
  }
  const inTerm = rows.filter((row) => termOf(row.date) === termOf(today));
  const lessons = inTerm.filter((row) => row.status === 'unjustified').length;
  if (lessons > limit) {
    raised.push({ alarm: 'unjustified_limit', since_period: null, lessons });
  } else if (lessons >= warning) {
    raised.push({ alarm: 'unjustified_warning', since_period: null, lessons });
  }
  return raised;
}

type Found = Omit<AlarmRow, 'class_teacher' | 'parents' | 'phones'> & { student_id: number };

/** The alarms with whom to tell: first who is to be asked about today, then by how bad it is. */
function told(
  db: Database,
  year: SchoolYearRow,
  today: CivilDate,
  found: readonly Found[],
): AlarmRow[] {
  const numbers = [...new Set(found.map(({ student_id }) => student_id))];
  const contacts = groupedBy(contactsOf(db, numbers), (contact) => contact.student_id);
  const teacherOf = classTeacherNames(db, year);
  return found
    .map(({ student_id, ...row }) => {
      const own = contacts.get(student_id) ?? [];
      return {
        ...row,
        class_teacher: teacherOf(row.class, today),
        parents: own.map(({ name, phone }) => (phone ? `${name} ${phone}` : name)),
        phones: own.flatMap(({ phone }) => phone || []),
      };
    })
    .sort((a, b) => alarms.indexOf(a.alarm) - alarms.indexOf(b.alarm) || byClassAndName(a, b));
}

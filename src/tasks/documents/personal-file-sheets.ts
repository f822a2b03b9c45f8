import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { classTeacherNames } from '../../db/offices.js';
import { type FamilyMember, families } from '../../db/parents.js';
import { type StudentRecordRow, studentRecords } from '../../db/personal-files.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import type { Composition, Paper } from '../../documents/paper.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { type AskedStudents, studentsOfDay } from '../people/students-of-day.js';
import { arrangePapers } from './arrange-papers.js';
import { type ArrangedWishes, type Printed, printPapers } from './print-papers.js';

export interface PersonalFileSheets {
  readonly year: SchoolYearRow;
  /** The day that the files bear: the first of the school year, so that a sheet changes only with what it says. */
  readonly date: CivilDate;
  readonly papers: readonly Paper[];
}

/**
 * The sheets of the personal files (clause 3.2) of the students who are in the school, by class and name.
 * The period of the papers is the school year.
 * @throws Problem those of studentsOfDay
 */
export function personalFileSheets(
  db: Database,
  asOf: Date,
  asked: AskedStudents,
): PersonalFileSheets {
  const { year, day, students } = studentsOfDay(db, asOf, asked);
  const { school_year_id } = year;
  const records = studentRecords(db, school_year_id);
  const parents = groupedBy(families(db, school_year_id), (parent) => parent.student_id);
  const teacherOf = classTeacherNames(db, year);
  const papers = students.flatMap((student): Paper[] => {
    const record = records.get(student.student_id);
    if (!record) return [];
    const class_teacher = teacherOf(student.class, day);
    const data = { class_teacher, school_year: year.year };
    return [sheetOf(student, record, parents.get(student.student_id) ?? [], data)];
  });
  return { year, date: schoolYearBounds(year.year).first, papers };
}

function sheetOf(
  { register_no, last_name, first_name, class: className, enrolled_on }: PlannedStudent,
  { student_id: _, ...record }: StudentRecordRow,
  parents: readonly FamilyMember[],
  { school_year, ...more }: { class_teacher: string; school_year: number },
): Paper {
  const student = { register_no, last_name, first_name };
  return {
    kind: 'personal-file',
    period: String(school_year),
    class: className,
    student,
    data: {
      ...student,
      ...record,
      class: className,
      school_year,
      enrolled_on,
      ...more,
      parents: parents.map(({ last_name, first_name, relation, phone, email }) => {
        return { name: `${first_name} ${last_name}`, relation, phone, email };
      }),
    },
  };
}

/** Everybody's sheets of a school year. */
export function composePersonalFiles(db: Database, asOf: Date, period: string): Composition {
  return personalFileSheets(db, asOf, { year: Number(period) });
}

const labels = {
  student: { en: 'personal file', lv: 'personas lieta' },
  class: { en: 'personal files', lv: 'personas lietas' },
};

/**
 * Prints the sheets of personal files.
 * @throws Problem those of printPapers
 */
export function printPersonalFiles(
  context: Context,
  { year, date, papers }: PersonalFileSheets,
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const label = labels[arrangement === 'student' ? 'student' : 'class'][wishes.language];
  const files = arrangePapers(papers, arrangement, { date, label });
  return printPapers(context, files, { ...wishes, year });
}

import type { RecordOf } from '../../csv/files.js';
import { firstLessonDay } from '../../db/calendar-days.js';
import { classes } from '../../db/classes.js';
import { enrolledCount } from '../../db/enrolments.js';
import type { Fields, SqlValue } from '../../db/fields.js';
import { type Insertions, insertions } from '../../db/insertions.js';
import { leavings, returned } from '../../db/movements.js';
import { programmeHasSubjects } from '../../db/programmes.js';
import {
  formerStudents,
  otherWithPersonalCode,
  type Person,
  registerNumbers,
} from '../../db/students.js';
import { type Outcome, tableByKey } from '../../db/table-by-key.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { readPersonalCode } from '../../rules/personal-code.js';
import { rememberedOfTwo } from '../../rules/remembered.js';
import { type Wrong, wrong } from '../../text/findings.js';
import { comeBack } from './coming-back.js';
import {
  type Begin,
  type ClassMove,
  type ImportContext,
  missingIn,
  type Refusal,
  together,
} from './importing.js';
import { similarStudents } from './similar-students.js';
import { spanRefusal } from './span-refusal.js';

/** Clause 2.1.1: the students by class. Whose class changed is moved, and the history of it kept. */
export const beginStudents: Begin<'students'> = (context) => {
  const { db } = context;
  const added = insertions(db, 'student', context);
  const students = tableByKey(db, 'student', ['register_no'], added);
  const alike = similarStudents(db, added.finish);
  const { enrol, finish } = enrolling(context, added);
  const refusalOf = refusals(context);
  const numbersBefore = new Set(registerNumbers(db));
  const withoutOldLeaving = returning(context);
  const pointOutLeaving = leavingToldOtherwise(context);
  const pointOutNewcomer = newcomers(context);
  // Looking for a student who is surely not there would take a twentieth of the time of a new one.
  const put = (person: Fields, isNew: boolean): { id: number; outcome: Outcome } =>
    isNew ? { id: students.add(person), outcome: 'new' } : students.put(person);

  /** Who holds a code now may give it up in a later row: two that were confused are put right in one file. */
  const takeCode = (student: number, registerNo: string, code: string | null | undefined) => {
    const other = code && otherWithPersonalCode(db, code, registerNo);
    if (other) return codeTaken(other);
    students.change(student, { personal_code: code });
    return undefined;
  };

  const isNewOne = (registerNo: string) =>
    !context.seen.has(registerNo) && !numbersBefore.has(registerNo);
  return {
    finish,
    isNew: ({ register_no }) => isNewOne(register_no),
    row: (row, line) => {
      const record = withoutOldLeaving(row);
      const { register_no } = record;
      const isNew = isNewOne(register_no);
      context.seen.add(register_no);
      const missing = missingIn('students', record);
      const refused = missing && isNew ? missing : refusalOf(record, line);
      if (refused) return refused;
      const isCompared = record.enrolled_on || record.left_on || record.birth_date === null;
      const before = isNew || !isCompared ? undefined : students.find({ register_no });
      const named = personOf(record, before?.['personal_code']);
      const { personal_code: code } = named;
      const isHeld = Boolean(code && otherWithPersonalCode(db, code, register_no));
      const person = isHeld ? { ...named, personal_code: null } : named;
      const outOfOrder = spanRefusal(person, before, ['enrolled_on', 'left_on']);
      if (outOfOrder) return outOfOrder;
      const student = put(person, isNew);
      const likeness = isNew ? alike(asPerson(person)) : undefined;
      if (likeness) context.warn(line, 'register_no', register_no, likeness);
      if (isNew && !record.enrolled_on) pointOutNewcomer(line);
      const enrolment = enrol(student.id, isNew, record, line);
      if (record.left_on) pointOutLeaving(student.id, record.left_on, line);
      const outcome = together(
        student.outcome,
        enrolment.outcome === 'new' ? 'changed' : enrolment.outcome,
      );
      const { move } = enrolment;
      if (!isHeld && !move) return outcome;
      return {
        get outcome() {
          return move && !move.isRefused ? together(outcome, 'changed') : outcome;
        },
        recheck: () => (isHeld ? takeCode(student.id, register_no, code) : undefined),
      };
    },
  };
};

/**
 * Who left in an earlier year and is in the list of this one has come back. A last day after which somebody
 * joined again stands among the movements: the list may still say it.
 */
function returning({ db, year }: ImportContext) {
  const formers = new Map(formerStudents(db, year).map((one) => [one.register_no, one]));
  const returns = new Set(returned(db).map((one) => `${one.register_no} ${one.left_on}`));
  return (record: RecordOf<'students'>): RecordOf<'students'> => {
    const { register_no, left_on } = record;
    const former = record.class ? formers.get(register_no) : undefined;
    if (former) {
      comeBack(db, former);
      formers.delete(register_no);
    }
    return left_on && returns.has(`${register_no} ${left_on}`)
      ? { ...record, left_on: undefined }
      : record;
  };
}

/** Puts a student into a class of the school year; a change of class is settled later, with its history. */
function enrolling(context: ImportContext, students: Insertions) {
  const { db, origin, year, moves, warn } = context;
  const added = insertions(db, 'enrolment', { origin, after: students });
  const enrolments = tableByKey(db, 'enrolment', ['student_id', 'school_year_id'], added);
  const classNumber = classes(db, year.school_year_id);
  const programmeNumber = programmes(context);
  const enrol = (
    student_id: number,
    isNew: boolean,
    { class: className, programme }: RecordOf<'students'>,
    line: number,
  ): { outcome: Outcome; move?: ClassMove } => {
    const { school_year_id } = year;
    const before = isNew
      ? undefined
      : enrolments.find({ student_id, school_year_id })?.['class_id'];
    if (!className && !before) return { outcome: 'unchanged' };
    const class_id = className ? classNumber(className, gradeOf(className)) : undefined;
    const programme_id = programmeNumber(programme);
    const enrolment = { student_id, school_year_id, class_id, programme_id };
    if (isNew) {
      enrolments.add(enrolment);
      return { outcome: 'new' };
    }
    if (!before || !class_id || before === class_id) return enrolments.put(enrolment);
    const pointOut = (what: Wrong) => warn(line, 'class', className ?? '', what);
    const move: ClassMove = { student_id, from: Number(before), to: class_id, pointOut };
    moves.push(move);
    // The class comes when the movements have been read.
    const { outcome } = enrolments.put({ student_id, school_year_id, programme_id });
    return { outcome, move };
  };
  const finish = () => {
    added.finish();
    return [];
  };
  return { enrol, finish };
}

/** Points out who comes into a year whose lessons have begun, without a first day. */
function newcomers({ db, year, on, together: wholeYear, warn }: ImportContext) {
  const beginning = firstLessonDay(db, year);
  const isDuring =
    beginning !== undefined && on > beginning && on <= schoolYearBounds(year.year).last;
  const isConcerned = isDuring && !wholeYear && enrolledCount(db, year) > 0;
  return (line: number): void => {
    if (isConcerned && beginning)
      warn(line, 'enrolled_on', '', wrong('sinceBeginning', { beginning }));
  };
}

/** Points out a last day that cannot hold, since the movements tell another one. */
function leavingToldOtherwise({ db, year, warn }: ImportContext) {
  const bounds = schoolYearBounds(year.year);
  return (student: number, leftOn: CivilDate, line: number): void => {
    const told = leavings(db, student, bounds);
    const date = told.at(-1);
    if (date === undefined || told.includes(leftOn)) return;
    warn(line, 'left_on', leftOn, wrong('leavingByMovements', { date }));
  };
}

const codeTaken = (registerNo: string): Refusal => ({
  column: 'personal_code',
  wrong: wrong('personalCodeTaken', { registerNo }),
});

/** Why a row is not taken; remembers the personal codes of the file: each is of one of its students. */
function refusals({ db, year, together: wholeYear, warn }: ImportContext) {
  const hasSubjects = rememberedOfTwo((programme: string, grade: number) =>
    programmeHasSubjects(db, year.school_year_id, programme, grade),
  );
  const holders = new Map<string, string>();
  const otherHolder = (code: string, registerNo: string): string | undefined => {
    const holder = holders.get(code);
    if (holder === undefined) holders.set(code, registerNo);
    return holder === registerNo ? undefined : holder;
  };
  return (record: RecordOf<'students'>, line: number): Refusal | undefined => {
    const { register_no, personal_code, birth_date, programme } = record;
    const born = birthDateOf(personal_code);
    if (born && birth_date && born !== birth_date) {
      return { column: 'birth_date', wrong: wrong('otherBirthDate', { born }) };
    }
    const other = personal_code && otherHolder(personal_code, register_no);
    if (other) return codeTaken(other);
    const grade = record.class ? gradeOf(record.class) : 0;
    if (!programme || !grade || hasSubjects(programme, grade)) return undefined;
    const finding = wrong('programmeWithoutSubjects', { programme, grade });
    if (wholeYear) return { column: 'programme', wrong: finding };
    warn(line, 'programme', programme, finding);
    return undefined;
  };
}

function birthDateOf(code: SqlValue | undefined) {
  const read = typeof code === 'string' ? readPersonalCode(code) : undefined;
  return read && 'birthDate' in read ? read.birthDate : undefined;
}

/** A programme may be named before its subjects are known: it is opened with its code alone. */
function programmes({ db, find }: ImportContext) {
  const table = tableByKey(db, 'programme', ['code']);
  return (code: string | null | undefined): number | null | undefined => {
    if (!code) return code === null ? null : undefined;
    return find.programme(code) ?? table.put({ code }).id;
  };
}

/** What of a row stands in the table of students; written out, since copying it costs as much as the rest. */
function personOf(record: RecordOf<'students'>, codeBefore?: SqlValue) {
  const { personal_code, birth_date } = record;
  const code = personal_code === undefined ? codeBefore : personal_code;
  return {
    register_no: record.register_no,
    last_name: record.last_name,
    first_name: record.first_name,
    personal_code,
    // The code tells the day where the file does not; `\N` clears it where neither does.
    birth_date: birth_date ?? birthDateOf(code) ?? birth_date,
    sex: record.sex,
    address: record.address,
    phone: record.phone,
    email: record.email,
    enrolled_on: record.enrolled_on,
    left_on: record.left_on,
  };
}

/** What of a new student can be compared with others; all of it was required. */
function asPerson(person: ReturnType<typeof personOf>): Person {
  return {
    register_no: person.register_no,
    last_name: person.last_name ?? '',
    first_name: person.first_name ?? '',
    birth_date: person.birth_date ?? null,
  };
}

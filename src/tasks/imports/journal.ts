import { type AssessedWorks, assessedWorks } from '../../db/assessed-works.js';
import { type Entries, entries } from '../../db/entries.js';
import type { EntryTable } from '../../db/entry-tables.js';
import type { Fields } from '../../db/fields.js';
import { type Outcome, tableByKey } from '../../db/table-by-key.js';
import { announcementsOf } from '../../db/works-of-group.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { hasDeadline } from '../../rules/duties/works.js';
import { standing } from '../../rules/entries.js';
import type { Moment } from '../../rules/school-time.js';
import { wrong } from '../../text/findings.js';
import { type LessonPlan, lessonPlan } from '../journal/lesson-plan.js';
import { backwards } from './dated-rows.js';
import { type Begin, type ImportContext, missingIn, type Refusal } from './importing.js';
import {
  announcementRefused,
  earlyMarks,
  ever,
  memberCheck,
  onceForEach,
  scaleCheck,
} from './mark-checks.js';
import { termMarkCheck } from './term-mark-checks.js';
import { unknownGroup, unknownStudent, unknownSubject, unknownTeacher } from './unknown-names.js';
import { announcementRefusedLate } from './work-checks.js';
import { outsideYear, presence, studentsOfYear } from './year-checks.js';

/** Clause 4.1: lessons with topic, homework and whether the absences were checked. */
export const beginLessons: Begin<'lessons'> = (context) => {
  const { db, year, find } = context;
  let plan: LessonPlan | undefined;
  /** Without the substitute who was named before it is the lesson of the group's own teacher again. */
  const ownTeacher = (group: string, date: CivilDate): string => {
    plan ??= lessonPlan(db, year);
    return plan.teacherOn(group, date);
  };
  const { enter, written } = journalOf(context, 'lesson');
  return {
    ...written,
    row: (record) => {
      const { group, teacher, date, period, absences_checked: checked } = record;
      const teaching_group_id = find.group(group);
      if (!teaching_group_id) return unknownGroup(group);
      const held_by = teacher === null ? ownTeacher(group, date) : teacher;
      const staff_id = held_by ? find.staff(held_by) : null;
      if (staff_id === undefined) return unknownTeacher(held_by ?? '');
      const held = Number(record.held ?? true);
      const said = {
        topic: stored(record.topic),
        homework: stored(record.homework),
        reason: stored(record.reason),
      };
      const refused = outsideYear(context, date);
      if (refused) return refused;
      const kind = record.kind ?? null;
      const lesson = { teaching_group_id, date, period, ...said, staff_id, held, kind };
      const at = (recorded_at: string) => ({
        ...lesson,
        absences_checked_at: checkedAt(checked, recorded_at),
        recorded_at,
      });
      return enter(record.recorded_at, at(record.recorded_at ?? context.moment), at);
    },
  };
};

/** Without a word about them, the absences were checked when the lesson was recorded. */
function checkedAt(checked: string | null | undefined, recordedAt: string): string | null {
  if (checked === 'no') return null;
  return !checked || checked === 'yes' ? recordedAt : checked;
}

/** An empty cell adds nothing to what earlier entries said; `\N` takes it away, and is kept as ''. */
const stored = (text: string | null | undefined) => (text === null ? '' : (text ?? null));

export const beginAbsences: Begin<'absences'> = (context) => {
  const { find } = context;
  const { enter, written } = journalOf(context, 'absence');
  const refusedByYear = studentsOfYear(context);
  const isAtSchool = presence(context);
  const onceOfStudent = onceForEach<number>();
  return {
    ...written,
    row: ({ date, period, register_no, mark, recorded_at: at }, line) => {
      const student_id = find.student(register_no);
      if (!student_id) return unknownStudent(register_no);
      const refused = refusedByYear(student_id);
      if (refused) return refused;
      const row = {
        student_id,
        date,
        period,
        mark: mark ?? 'n',
        recorded_at: at ?? context.moment,
      };
      const outside = outsideYear(context, date);
      if (outside) return outside;
      if (!isAtSchool(student_id, date)) {
        onceOfStudent(student_id, () =>
          context.warn(line, 'register_no', register_no, wrong('absentFromNoClass', { date })),
        );
      }
      return enter(at, row);
    },
  };
};

/** Clause 3.3: of one student, or of a group that was away together. */
export const beginJustifications: Begin<'justifications'> = (context) => {
  const { find } = context;
  const { enter, written } = journalOf(context, 'justification');
  const refusedByYear = studentsOfYear(context);
  return {
    ...written,
    row: (record) => {
      const { register_no, group, from, recorded_at: at } = record;
      if (!register_no === !group) return { column: 'register_no', wrong: wrong('studentOrGroup') };
      const student_id = register_no ? find.student(register_no) : null;
      if (student_id === undefined) return unknownStudent(register_no ?? '');
      const teaching_group_id = group ? find.group(group) : null;
      if (teaching_group_id === undefined) return unknownGroup(group ?? '');
      const refused =
        (student_id ? refusedByYear(student_id) : undefined) ??
        backwards(record) ??
        periodsBackwards(record);
      if (refused) return refused;
      const row = {
        student_id,
        teaching_group_id,
        from,
        until: record.until ?? null,
        first_period: record.first_period ?? null,
        last_period: record.last_period ?? null,
        status: record.status,
        reason: record.reason,
        document: record.document ?? null,
        note: record.note ?? null,
        recorded_at: at ?? context.moment,
      };
      const { until } = record;
      return (
        outsideYear(context, from, 'from') ??
        (until ? outsideYear(context, until, 'until') : undefined) ??
        enter(at, row)
      );
    },
  };
};

function periodsBackwards(record: {
  first_period?: number | null | undefined;
  last_period?: number | null | undefined;
}): Refusal | undefined {
  const { first_period: first, last_period: last } = record;
  if (first == null || last == null || last >= first) return undefined;
  return { column: 'last_period', wrong: wrong('lastBeforeFirst', { first }) };
}

export const beginWorks: Begin<'works'> = (context) => {
  const { db, find } = context;
  const works = assessedWorks(db, context);
  const { enter, written } = journalOf(context, 'work_announcement', works);
  const announcedHere = new Set<number>();
  /** What an empty cell leaves as it is; announcements that wait to be written are announced too. */
  const announcedBefore = (work: number, at: string) => {
    if (announcedHere.has(work)) written.finish();
    announcedHere.add(work);
    const known = announcementsOf(db, work, ever);
    const before = standing(known.filter((one) => one.recorded_at < at));
    const { scale = null, retest_of = null } = before ?? {};
    return { kind: (before ?? standing(known))?.kind, scale, retest_of };
  };
  return {
    ...written,
    row: (record, line) => {
      const { date, group, work, recorded_at: at } = record;
      const teaching_group_id = find.group(group);
      if (!teaching_group_id) return unknownGroup(group);
      const refused = outsideYear(context, date);
      if (refused) return refused;
      const assessed_work_id = works.numberOf(teaching_group_id, date, work);
      const recorded_at = at ?? context.moment;
      const before = announcedBefore(assessed_work_id, recorded_at);
      const kind = record.kind ?? before.kind;
      if (!kind) return { column: 'kind', wrong: wrong('required') };
      const scale = record.scale === undefined ? before.scale : record.scale;
      const retest_of = record.retest_of === undefined ? before.retest_of : record.retest_of;
      const governing = announcementRefused(context, assessed_work_id, scale, recorded_at);
      if (governing) return governing;
      const row = { assessed_work_id, kind, scale, retest_of, recorded_at };
      const outcome = enter(at, row);
      if (outcome !== 'new' || hasDeadline(row)) return outcome;
      const key = { group: teaching_group_id, date, work };
      const entered = { ...row, group, line, number: assessed_work_id };
      return { outcome, recheck: () => announcementRefusedLate(context, key, entered) };
    },
  };
};

/** Clause 4.2. A work that was not announced is made by its first mark. */
export const beginMarks: Begin<'marks'> = (context) => {
  const { db, find } = context;
  const works = assessedWorks(db, context);
  const { enter, stands, written } = journalOf(context, 'mark', works);
  const isMember = memberCheck(context);
  const refusedByScale = scaleCheck(context);
  const pointOutEarly = earlyMarks(context);
  const onceOfStranger = onceForEach<string>();
  return {
    ...written,
    row: ({ date, group, work, kind, register_no, value, reason, recorded_at: at }, line) => {
      const teaching_group_id = find.group(group);
      if (!teaching_group_id) return unknownGroup(group);
      const student_id = find.student(register_no);
      if (!student_id) return unknownStudent(register_no);
      const refused = outsideYear(context, date);
      if (refused) return refused;
      const assessed_work_id = works.numberOf(teaching_group_id, date, work);
      const recorded_at = at ?? context.moment;
      if (recorded_at < date) pointOutEarly(assessed_work_id, date, recorded_at, line);
      const row = {
        assessed_work_id,
        student_id,
        kind: kind ?? null,
        value,
        reason: reason ?? null,
        recorded_at,
      };
      if (!isMember(teaching_group_id, student_id, date) && !stands(at, row)) {
        const finding = wrong('notAMember', { group, date });
        // Who was moved or left later than the mark was entered has it: what was exported comes back.
        if (!context.together) return { column: 'register_no', wrong: finding };
        onceOfStranger(`${student_id} ${teaching_group_id}`, () =>
          context.warn(line, 'register_no', register_no, finding),
        );
      }
      return refusedByScale(row, line) ?? enter(at, row);
    },
  };
};

/** Clause 4.3. */
export const beginTermMarks: Begin<'term-marks'> = (context) => {
  const { year, find } = context;
  const { enter, written } = journalOf(context, 'term_mark');
  const check = termMarkCheck(context);
  return {
    ...written,
    row: ({ register_no, subject, term, value, recorded_at: at }, line) => {
      const student_id = find.student(register_no);
      if (!student_id) return unknownStudent(register_no);
      const subject_id = find.subject(subject);
      if (!subject_id) return unknownSubject(subject);
      const refused = check({ student: student_id, subject, term, value }, line);
      if (refused) return refused;
      const { school_year_id } = year;
      const recorded_at = at ?? context.moment;
      const row = { student_id, school_year_id, subject_id, term, value, recorded_at };
      return enter(at, row);
    },
  };
};

/** The council's decision at the year's end. */
export const beginDecisions: Begin<'decisions'> = (context) => {
  const { db, year, find } = context;
  const decisions = tableByKey(db, 'decision', ['student_id', 'school_year_id']);
  const refusedByYear = studentsOfYear(context);
  const keyOf = (student_id: number) => ({ student_id, school_year_id: year.school_year_id });
  return {
    isNew: ({ register_no }) => {
      const student = find.student(register_no);
      return !student || !decisions.find(keyOf(student));
    },
    row: (record) => {
      const { register_no, decision, order_no, date } = record;
      const student_id = find.student(register_no);
      if (!student_id) return unknownStudent(register_no);
      const refused = refusedByYear(student_id);
      if (refused) return refused;
      const key = keyOf(student_id);
      const missing = decisions.find(key) ? undefined : missingIn('decisions', record);
      if (missing) return missing;
      return decisions.put({ ...key, decision, order_no, date }).outcome;
    },
  };
};

/**
 * Enters rows, each at its own moment or at that of the import; `after` are the rows to which they point.
 */
function journalOf(context: ImportContext, table: EntryTable, after?: AssessedWorks) {
  const { db, origin, warn } = context;
  const entered = entries(db, table, { origin, after });
  /** The lines that were entered before and of which a later entry says otherwise. */
  const corrected: number[] = [];
  const enter = (own: Moment | null | undefined, row: Fields, at?: AtMoment): Outcome => {
    if (own) return entered.enter(row) ? 'new' : 'unchanged';
    const outcome = entered.enterNow(row, at);
    if (outcome === 'corrected') corrected.push(origin?.now ?? 0);
    return outcome === 'new' ? 'new' : 'unchanged';
  };
  const stands = (own: Moment | null | undefined, row: Fields) =>
    own ? entered.has(row) : entered.says(row);
  const finish = () => {
    entered.finish();
    const [first] = corrected;
    const finding = wrong('correctedSince', { rows: corrected.length });
    if (first) warn(first, 'recorded_at', '', finding);
    return [];
  };
  return { enter, stands, written: { writesTogether: true as const, finish } };
}

type AtMoment = Parameters<Entries['enterNow']>[1];

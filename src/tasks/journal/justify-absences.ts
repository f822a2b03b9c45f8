import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import {
  insertJustification,
  type JustificationRow,
  justificationByNumber,
  justificationEntries,
  withdrawJustification,
} from '../../db/justifications.js';
import { write } from '../../db/operation.js';
import { schoolZone } from '../../db/school-settings.js';
import { registerNoOf } from '../../db/students.js';
import { Problem } from '../../problem.js';
import {
  type AbsenceReason,
  coversLesson,
  type DecidedStatus,
  type LessonSpan,
} from '../../rules/absence.js';
import { addDays, daysBetween } from '../../rules/civil-date.js';
import { standing } from '../../rules/entries.js';
import { isParentsNote } from '../../rules/parents-notes.js';
import { type Moment, shownTime } from '../../rules/school-time.js';
import { textOrNone } from '../../rules/tidy-text.js';
import type { AbsenceRow } from './absences.js';
import {
  type AffectedLesson,
  affectedLessons,
  isAsSeen,
  type Matter,
  matterOf,
  missedLessons,
  type WantedSpan,
} from './decision-matter.js';
import { type NoteExcess, noteExcess } from './parents-notes.js';

/** What is said of absences, and on what paper it rests. */
interface Verdict {
  readonly status: DecidedStatus;
  readonly reason: AbsenceReason;
  readonly document?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** What a class teacher decides about the absences of a student, or of a group that was away together. */
export interface Decision extends Verdict {
  readonly student?: string | undefined;
  readonly group?: string | undefined;
  readonly spans: readonly WantedSpan[];
  /** What was shown before the decision: where something else is true by now, nothing is written. */
  readonly seen?: readonly AffectedLesson[] | undefined;
}

export interface Decided {
  /** `changed`: something else is true than what was `seen`; `unchanged`: it was recorded already. */
  outcome: 'recorded' | 'unchanged' | 'changed';
  /** The numbers of the justifications that were recorded, or stand already. */
  justifications: number[];
  lessons: AffectedLesson[];
  excess: NoteExcess[];
}

/**
 * Records a decision about absences (clause 3.3), one justification for each span; absences that come
 * in later inside a span are covered by it. Earlier decisions stay, the one recorded last stands.
 * @throws Problem untilBeforeFrom, lastPeriodBeforeFirst, outsideSchoolYear, unknownStudent, unknownGroup
 */
export function justifyAbsences(context: Context, wanted: Decision): Decided {
  const { db } = context;
  const [document, note] = [textOrNone(wanted.document), textOrNone(wanted.note)];
  const decision = { ...wanted, document, note };
  return write(context, ({ at }) => {
    const matter = matterOf(db, decision, decision.spans);
    const before = missedLessons(db, matter, at);
    if (decision.seen && !isAsSeen(before, decision.seen)) {
      const lessons = affectedLessons(before, before);
      return { outcome: 'changed', justifications: [], lessons, excess: [] };
    }
    const known = matter.spans.map((span) => alreadySaid(db, matter, decision, span, before, at));
    const justifications = matter.spans.map(
      (span, place) => known[place] ?? record(db, matter, decision, span, at),
    );
    return {
      outcome: known.includes(undefined) ? 'recorded' : 'unchanged',
      justifications,
      lessons: affectedLessons(before, missedLessons(db, matter, at)),
      excess: excessOf(db, matter, decision, matter.spans, at),
    };
  });
}

/**
 * Takes a justification back. It stays in the books with the moment from which it does not hold any
 * more; the absences fall to what else was decided about them. The file of justifications has no word
 * for that: exports leave a withdrawn one out, so that whoever reads them decides as this database does.
 * @throws Problem unknownJustification, alreadyWithdrawn
 */
export function withdraw(context: Context, id: number, note: string | undefined): Decided {
  const { db } = context;
  return write(context, ({ at }) => {
    const old = standingJustification(db, id, at);
    const matter = matterOf(db, ownersOf(db, old), [old]);
    const before = missedLessons(db, matter, at);
    withdrawJustification(db, withdrawalOf(id, null, note, at));
    const lessons = affectedLessons(before, missedLessons(db, matter, at));
    return { outcome: 'recorded', justifications: [id], lessons, excess: [] };
  });
}

/**
 * Moves a justification to other days: the old one is withdrawn, a new one with the same reason and
 * papers is recorded, and the old one says where it went. Without a last day the new one has as many
 * days, and without lessons the same lessons.
 * @throws Problem unknownJustification, alreadyWithdrawn, untilBeforeFrom, lastPeriodBeforeFirst, outsideSchoolYear
 */
export function moveJustification(
  context: Context,
  id: number,
  to: WantedSpan,
  note: string | undefined,
): Decided {
  const { db } = context;
  return write(context, ({ at }) => {
    const old = standingJustification(db, id, at);
    const owners = ownersOf(db, old);
    const target = matterOf(db, owners, [movedSpan(old, to)]);
    const matter = { ...target, spans: [old, ...target.spans] };
    const before = missedLessons(db, matter, at);
    const justifications = target.spans.map((span) => record(db, target, old, span, at));
    withdrawJustification(db, withdrawalOf(id, justifications[0] ?? null, note, at));
    const lessons = affectedLessons(before, missedLessons(db, matter, at));
    const excess = excessOf(db, target, old, target.spans, at);
    return { outcome: 'recorded', justifications, lessons, excess };
  });
}

function record(db: Database, matter: Matter, verdict: Verdict, span: LessonSpan, at: Moment) {
  const { from, until, first_period, last_period } = span;
  const { status, reason, document = null, note = null } = verdict;
  return insertJustification(db, {
    student_id: matter.student?.student_id ?? null,
    teaching_group_id: matter.group?.teaching_group_id ?? null,
    ...{ from, until, first_period, last_period, status, reason, document, note },
    recorded_at: at,
  });
}

/** The justification that says this very thing of this very span, where nothing later says otherwise. */
function alreadySaid(
  db: Database,
  matter: Matter,
  verdict: Verdict,
  span: LessonSpan,
  before: readonly AbsenceRow[],
  asOf: Moment,
): number | undefined {
  const { year, student, group } = matter;
  const days = { year, from: span.from, until: span.until ?? span.from, asOf };
  const twins = justificationEntries(db, days, student ? [student.student_id] : []).filter(
    (row) =>
      row.student_id === (student?.student_id ?? null) &&
      row.group === (group?.name ?? null) &&
      isSameSpan(row, span),
  );
  const last = standing(twins);
  if (!last || !saysTheSame(last, verdict)) return undefined;
  const covered = before.filter((row) => coversLesson(span, row));
  const decides = covered.every((row) => row.justification === last.justification_id);
  return decides ? last.justification_id : undefined;
}

const isSameSpan = (a: LessonSpan, b: LessonSpan) =>
  a.from === b.from &&
  (a.until ?? a.from) === (b.until ?? b.from) &&
  a.first_period === b.first_period &&
  a.last_period === b.last_period;

const saysTheSame = (a: Verdict, b: Verdict) =>
  a.status === b.status &&
  a.reason === b.reason &&
  (a.document ?? null) === (b.document ?? null) &&
  (a.note ?? null) === (b.note ?? null);

function standingJustification(db: Database, id: number, at: Moment): JustificationRow {
  const row = justificationByNumber(db, id, at);
  if (!row) throw new Problem('unknownJustification', { id });
  const { withdrawn_at, moved_to } = row;
  if (withdrawn_at !== null) {
    const when = shownTime(withdrawn_at, schoolZone(db));
    throw new Problem('alreadyWithdrawn', { id, at: when, movedTo: moved_to });
  }
  return row;
}

function ownersOf(db: Database, { student_id, group }: JustificationRow) {
  const student = student_id === null ? undefined : registerNoOf(db, student_id);
  return { student, group: group ?? undefined };
}

function withdrawalOf(id: number, moved_to: number | null, note: string | undefined, at: Moment) {
  return { justification_id: id, moved_to, note: textOrNone(note), recorded_at: at };
}

function movedSpan(old: LessonSpan, to: WantedSpan): WantedSpan {
  const length = daysBetween(old.from, old.until ?? old.from);
  return {
    from: to.from,
    until: to.until ?? addDays(to.from, length),
    first_period: to.first_period ?? old.first_period,
    last_period: to.last_period ?? old.last_period,
  };
}

function excessOf(
  db: Database,
  matter: Matter,
  verdict: Verdict,
  spans: readonly LessonSpan[],
  at: Moment,
): NoteExcess[] {
  const { status, reason, document = null } = verdict;
  return isParentsNote({ status, reason, document }) ? noteExcess(db, matter, spans, at) : [];
}

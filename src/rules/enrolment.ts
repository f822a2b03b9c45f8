import { addDays, type CivilDate } from './civil-date.js';

/** Who joined, left or changed class on a day; of a leaver the day is the last one. */
export interface Movement {
  date: CivilDate;
  kind: 'joined' | 'left' | 'class';
  class: string | null;
}

/** All that decides in which class a student is on a day. */
export interface Enrolled {
  /** The class in the list of students. */
  readonly base: string;
  readonly enrolled_on: CivilDate | null;
  readonly left_on: CivilDate | null;
  readonly movements: readonly Movement[];
}

/** A student's time in one class, both days included. */
export interface ClassSpan {
  class: string;
  from: CivilDate;
  until: CivilDate;
}

/**
 * The stays of a student between two days, both included, in their order. The class of a day is that
 * of the last `joined` or `class` row, else that of the list; never before joining, never after the
 * last day. Where nobody wrote down the joining or the leaving, the days of the list bound the stays.
 */
export function spansOf(student: Enrolled, from: CivilDate, until: CivilDate): ClassSpan[] {
  const spans: ClassSpan[] = [];
  for (const stay of staysOf(student)) {
    const [first, last] = [later(stay.from, from), earlier(stay.until, until)];
    if (first > last) continue;
    const before = spans.at(-1);
    const continued = before && before.class === stay.class && addDays(before.until, 1) === first;
    if (continued) before.until = last;
    else spans.push({ class: stay.class, from: first, until: last });
  }
  return spans;
}

const earliest = '0000-01-01' as CivilDate;
const latest = '9999-12-31' as CivilDate;
const later = (a: CivilDate, b: CivilDate) => (a > b ? a : b);
const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b);

function staysOf({ base, enrolled_on, left_on, movements }: Enrolled): ClassSpan[] {
  const told = [...movements].sort(byDate);
  const firstJoined = told.find((row) => row.kind !== 'class');
  const joinsLater = firstJoined?.kind === 'joined';
  const spans: ClassSpan[] = [];
  let open: ClassSpan | undefined = joinsLater
    ? undefined
    : { class: base, from: enrolled_on ?? earliest, until: latest };
  let wasAway: CivilDate | undefined;
  for (const row of told) {
    if (row.kind === 'left') {
      if (open) spans.push({ ...open, until: row.date });
      else wasAway = row.date;
      open = undefined;
    } else if (open || row.kind === 'joined') {
      // The class of the day is that of the later row, also where somebody left on it.
      const before = open ?? spans.at(-1);
      if (open) spans.push(open);
      if (before && before.until >= row.date) before.until = addDays(row.date, -1);
      open = { class: row.class ?? base, from: row.date, until: latest };
      // Who was not there and leaves on the day of joining was there for that day.
      if (wasAway === row.date) {
        spans.push({ ...open, until: row.date });
        open = undefined;
      }
    }
  }
  if (open) spans.push(open);
  return boundedByList(spans, left_on, told);
}

/** The last day of the list holds where no `left` row tells it. */
function boundedByList(
  spans: readonly ClassSpan[],
  leftOn: CivilDate | null,
  told: readonly Movement[],
): ClassSpan[] {
  if (leftOn === null || told.some((row) => row.kind === 'left')) return [...spans];
  return spans.map((span) => ({ ...span, until: earlier(span.until, leftOn) }));
}

/** On one day somebody leaves before joining again, and joins before changing class. */
const order = { left: 0, joined: 1, class: 2 };

const byDate = (a: Movement, b: Movement) =>
  a.date === b.date ? order[a.kind] - order[b.kind] : a.date < b.date ? -1 : 1;

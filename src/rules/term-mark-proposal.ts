import type { CivilDate } from './civil-date.js';
import type { TermValue } from './final-marks.js';
import { groupedBy } from './grouping.js';
import { lowestSufficient, type MarkValue, type Scale, type WorkKind } from './marks.js';

/** How a school computes its term marks; its own settings. */
export interface ProposalRules {
  readonly method: 'mean' | 'weighted';
  readonly rounding: 'half_up' | 'half_down' | 'down' | 'up';
  /** A mark is proposed from so many marks on. */
  readonly least: number;
  /** Of a kind of work, where the method is weighted. */
  readonly weights: Readonly<Record<WorkKind, number>>;
  readonly tie: 'second_semester' | 'up' | 'down';
}

/** A work of a group. */
export interface Work {
  readonly assessed_work_id: number;
  readonly group: string;
  readonly date: CivilDate;
  readonly work: string;
  /** The title of the work that it writes again. */
  readonly retest_of: string | null;
}

/** The mark that stands of a student for a work. */
export interface WorkMark {
  readonly assessed_work_id: number;
  readonly date: CivilDate;
  readonly kind: WorkKind | null;
  readonly value: MarkValue;
}

/** Why a mark counts, or does not. */
export type Counting =
  | 'counts'
  /** nv says that work is owed, n that the student was away. */
  | 'no_mark'
  /** A later showing of the same work stands instead. */
  | 'retested'
  /** Passed or failed in a subject that is marked in points. */
  | 'other_scale'
  | 'weight_0';

export interface Weighed<M> {
  readonly mark: M;
  readonly weight: number;
  readonly counting: Counting;
}

/**
 * A proposal and how it came about. In points `sum` is the sum of marks times weights, in a subject
 * marked pass or fail the weight of what was passed; `weight` is the weight of all that counts.
 */
export interface Proposal<M> {
  readonly marks: readonly Weighed<M>[];
  readonly count: number;
  readonly sum: number;
  readonly weight: number;
  readonly value: TermValue | null;
  readonly outcome: 'proposed' | 'no_marks' | 'too_few';
}

/**
 * The first of each row of retests, by the number of the work. A retest belongs to the latest work of
 * that title that its group had until then; where there is none, it stands for itself.
 */
export function firstWorks(works: readonly Work[]): ReadonlyMap<number, number> {
  const titled = groupedBy(works, (work) => place(work.group, work.work));
  const earlier = (work: Work): Work | undefined =>
    work.retest_of === null
      ? undefined
      : titled
          .get(place(work.group, work.retest_of))
          ?.filter((first) => comesBefore(first, work))
          .sort((a, b) => (comesBefore(a, b) ? -1 : 1))
          .at(-1);
  const firstOf = (work: Work): Work => {
    let first = work;
    for (let next = earlier(first); next; next = earlier(first)) first = next;
    return first;
  };
  return new Map(works.map((work) => [work.assessed_work_id, firstOf(work).assessed_work_id]));
}

const place = (group: string, work: string) => `${group}\n${work}`;

const comesBefore = (a: Work, b: Work) =>
  a.date === b.date ? a.assessed_work_id < b.assessed_work_id : a.date < b.date;

/**
 * Proposes a semester mark from the marks of a student in a subject. nv and n are no marks; of a work
 * that was written again the latest mark counts, whatever it is. In a subject marked pass or fail the
 * majority decides, where the latest mark breaks a tie, and 4 points or more are a pass.
 */
export function proposeTermMark<M extends WorkMark>(
  scale: Scale,
  marks: readonly M[],
  firstOf: ReadonlyMap<number, number>,
  rules: ProposalRules,
): Proposal<M> {
  const inOrder = [...marks].sort(byDay);
  const latest = new Map<number, M>();
  const rootOf = (mark: M) => firstOf.get(mark.assessed_work_id) ?? mark.assessed_work_id;
  for (const mark of inOrder) {
    if (pointsOf(mark.value, scale) !== undefined) latest.set(rootOf(mark), mark);
  }
  const weighed = inOrder.map((mark): Weighed<M> => {
    const counting = countingOf(mark, scale, latest.get(rootOf(mark)) === mark, rules);
    return { mark, weight: weightOf(mark, rules), counting };
  });
  const counted = weighed.filter(({ counting }) => counting === 'counts');
  const weight = total(counted.map((one) => one.weight));
  const value = ({ mark }: Weighed<M>) => pointsOf(mark.value, scale) ?? 0;
  const sum = total(counted.map((one) => one.weight * value(one)));
  const found = { marks: weighed, count: counted.length, sum, weight };
  const last = counted.at(-1);
  if (!last) return { ...found, value: null, outcome: 'no_marks' };
  if (counted.length < rules.least) return { ...found, value: null, outcome: 'too_few' };
  const proposed =
    scale === 'points'
      ? (String(rounded(sum, weight, rules.rounding)) as TermValue)
      : majority(sum, weight, value(last));
  return { ...found, value: proposed, outcome: 'proposed' };
}

function countingOf(mark: WorkMark, scale: Scale, isLatest: boolean, rules: ProposalRules) {
  if (mark.value === 'n' || mark.value === 'nv') return 'no_mark';
  if (pointsOf(mark.value, scale) === undefined) return 'other_scale';
  if (!isLatest) return 'retested';
  return weightOf(mark, rules) === 0 ? 'weight_0' : 'counts';
}

/** A kind that nobody named weighs like classwork. */
function weightOf({ kind }: WorkMark, { method, weights }: ProposalRules): number {
  return method === 'mean' ? 1 : weights[kind ?? 'classwork'];
}

/** Points; 1 or 0 where it is only asked whether it was passed. Undefined where it is no mark of the scale. */
function pointsOf(value: MarkValue, scale: Scale): number | undefined {
  if (value === 'n' || value === 'nv') return undefined;
  if (scale === 'pass') return value === 'i' || Number(value) >= lowestSufficient ? 1 : 0;
  return value === 'i' || value === 'ni' ? undefined : Number(value);
}

function majority(passed: number, weight: number, last: number): TermValue {
  if (2 * passed === weight) return last === 1 ? 'i' : 'ni';
  return 2 * passed > weight ? 'i' : 'ni';
}

/** A fraction of whole numbers rounded to a whole number, without a fraction on the way. */
function rounded(sum: number, weight: number, how: ProposalRules['rounding']): number {
  const rest = sum % weight;
  const down = (sum - rest) / weight;
  if (rest === 0 || how === 'down') return down;
  if (how === 'up') return down + 1;
  if (2 * rest === weight) return how === 'half_up' ? down + 1 : down;
  return 2 * rest > weight ? down + 1 : down;
}

/** What stands for the two semesters; undefined where nothing was entered. */
export interface Semesters {
  readonly semester1: TermValue | undefined;
  readonly semester2: TermValue | undefined;
}

export interface YearProposal {
  readonly value: TermValue | null;
  readonly outcome: 'proposed' | 'one_semester' | 'semester_missing' | 'work_owed';
}

/**
 * Proposes a year mark from both semesters: their mean, between two numbers as the school decided.
 * Where a semester was exempt, or the student did not learn the subject then (`owed` does not have
 * it), the other one stands alone; nv says that work is still owed.
 */
export function proposeYearMark(
  { semester1, semester2 }: Semesters,
  owed: Readonly<Record<'semester1' | 'semester2', boolean>>,
  tie: ProposalRules['tie'],
): YearProposal {
  const first = semester1 ?? (owed.semester1 ? undefined : 'atb');
  const second = semester2 ?? (owed.semester2 ? undefined : 'atb');
  if (first === undefined || second === undefined || !(semester1 ?? semester2)) {
    return { value: null, outcome: 'semester_missing' };
  }
  if (first === 'nv' || second === 'nv') return { value: null, outcome: 'work_owed' };
  if (first === 'atb' || second === 'atb') {
    return { value: first === 'atb' ? second : first, outcome: 'one_semester' };
  }
  return meanOf(first, second, tie);
}

/** An insufficient and a sufficient word, or a word and a number, have no mean: the same rule decides. */
function meanOf(first: TermValue, second: TermValue, tie: ProposalRules['tie']): YearProposal {
  const proposed = (value: TermValue): YearProposal => ({ value, outcome: 'proposed' });
  if (first === second) return proposed(first);
  const [a, b] = [Number(first), Number(second)];
  if (Number.isNaN(a) || Number.isNaN(b)) {
    if (tie === 'second_semester') return proposed(second);
    const best = [first, second].includes('i') ? 'i' : 'ni';
    return proposed(tie === 'up' ? best : 'ni');
  }
  const isTie = (a + b) % 2 === 1;
  const up = tie === 'up' || (tie === 'second_semester' && b > a);
  return proposed(String((a + b + (isTie ? (up ? 1 : -1) : 0)) / 2) as TermValue);
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

function byDay(a: WorkMark, b: WorkMark): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.assessed_work_id - b.assessed_work_id;
}

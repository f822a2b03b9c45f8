import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { marksOfGroups, type WorkRow, worksOfGroups } from '../../db/group-works.js';
import { write } from '../../db/operation.js';
import { setting } from '../../db/school-settings.js';
import type { TermMarkEntry } from '../../db/term-marks.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import { groupedBy } from '../../rules/grouping.js';
import type { Scale } from '../../rules/marks.js';
import { meanText } from '../../rules/marks.js';
import {
  firstWorks,
  type Proposal,
  type ProposalRules,
  proposeTermMark,
  proposeYearMark,
  type WorkMark,
  type YearProposal,
} from '../../rules/term-mark-proposal.js';
import { computedTerms, type Term } from '../../rules/term-marks.js';
import { enterTermMarks } from './enter-term-marks.js';
import { standingMarks, type TermWorkMark } from './standing-marks.js';
import {
  type OwedTermMark,
  type TermBook,
  type TermFilter,
  termBook,
  termKey,
} from './term-book.js';

/** One proposal, beside what it was computed from; the names are an interface of the output. */
export interface ProposalRow {
  class: string;
  register_no: string;
  last_name: string;
  first_name: string;
  subject: string;
  term: Term;
  /** In the order of their days; one that does not count stands in brackets. */
  marks: readonly string[];
  mean: string | null;
  proposal: string | null;
  /** The term mark that was entered. */
  stands: string | null;
  state: 'new' | 'replaces' | 'stands' | 'no_marks' | 'too_few' | 'semester_missing' | 'work_owed';
}

export interface ProposalWish extends TermFilter {
  readonly term: Term;
  /** Proposes anew where a mark was entered already. */
  readonly replace?: boolean | undefined;
}

/**
 * Term marks computed from the marks (clause 4.3), for every student who owes one: by the method, the
 * rounding and the least number of marks that the school has decided. Nothing is written.
 * @throws Problem onlyEntered, those of termBook and its owed
 */
export function proposedTermMarks(db: Database, asOf: Date, wish: ProposalWish): ProposalRow[] {
  const term = computedTerms.find((one) => one === wish.term);
  if (!term) throw new Problem('onlyEntered', { term: wish.term }, { field: 'term' });
  const book = termBook(db, asOf, wish.year);
  const owed = book.owed(term, wish);
  const stands = book.standing([...new Set(owed.map((one) => one.student))]);
  const compute =
    term === 'year' ? yearComputing(db, book, stands, wish) : semesterComputing(db, book, owed);
  return owed.map((one) => {
    const { student, class: className, subject } = one;
    const computed = compute(one);
    const entered = stands.get(termKey(student.student_id, subject.code, term))?.value ?? null;
    return {
      class: className,
      register_no: student.register_no,
      last_name: student.last_name,
      first_name: student.first_name,
      subject: subject.code,
      term,
      ...computed,
      stands: entered,
      state: stateOf(computed, entered, wish.replace === true),
    };
  });
}

type Computed = Pick<ProposalRow, 'marks' | 'mean' | 'proposal'> & {
  readonly state: ProposalRow['state'];
};

function stateOf(computed: Computed, entered: string | null, replace: boolean) {
  if (entered !== null && (!replace || computed.proposal === null || computed.proposal === entered))
    return 'stands';
  return entered !== null && computed.state === 'new' ? 'replaces' : computed.state;
}

function semesterComputing(db: Database, book: TermBook, owed: readonly OwedTermMark[]) {
  const rules = proposalRules(db);
  const first = owed.map((one) => one.span.from).sort()[0];
  const last = owed
    .map((one) => one.span.until)
    .sort()
    .at(-1);
  if (!first || !last) return () => nothing;
  const groups = groupsWithMarks(book, owed);
  const span = { groups, from: first, until: last, asOf: book.asOf };
  const works = worksOfGroups(db, span);
  const firstOf = firstWorks(works);
  const marks = groupedBy(standingMarks(works, marksOfGroups(db, span)), (mark) =>
    [mark.student_id, book.plan.groups.get(mark.group)?.subject].join(' '),
  );
  return ({ student, subject, span: { from, until } }: OwedTermMark): Computed => {
    const own = marks.get([student.student_id, subject.code].join(' ')) ?? [];
    const within = own.filter((mark) => mark.date >= from && mark.date <= until);
    return summed(proposeTermMark(subject.scale, within, firstOf, rules), subject.scale);
  };
}

const nothing: Computed = { marks: [], mean: null, proposal: null, state: 'no_marks' };

/** The groups in which somebody may have got a mark: of the subjects, in any class or on any list they were in. */
function groupsWithMarks({ plan, membership }: TermBook, owed: readonly OwedTermMark[]) {
  const students = new Set(owed.map((one) => one.student));
  const subjects = new Set(owed.map((one) => one.subject.code));
  const classes = new Set([...students].flatMap(membership.classesOf));
  const lists = new Set([...students].flatMap(membership.listsOf));
  return [...plan.groups.values()]
    .filter(
      ({ subject, name, classes: own }) =>
        subjects.has(subject) && (lists.has(name) || own.some((one) => classes.has(one))),
    )
    .map((group) => group.teaching_group_id);
}

function summed(
  { marks, sum, weight, value, outcome }: Proposal<WorkMark>,
  scale: Scale,
): Computed {
  return {
    marks: marks.map(({ mark, counting }) =>
      counting === 'counts' ? mark.value : `(${mark.value})`,
    ),
    mean: scale === 'points' && weight > 0 ? meanText(sum, weight) : null,
    proposal: value,
    state: outcome === 'proposed' ? 'new' : outcome,
  };
}

function yearComputing(
  db: Database,
  book: TermBook,
  stands: ReadonlyMap<string, TermMarkEntry>,
  filter: TermFilter,
) {
  const { tie } = proposalRules(db);
  const learned = learnedIn(book, filter);
  return ({ student, subject }: OwedTermMark): Computed => {
    const { marks, proposal } = yearProposal(stands, student, subject.code, learned, tie);
    const { value, outcome } = proposal;
    const numbers = marks.map(Number).filter((mark) => !Number.isNaN(mark));
    const both = numbers.length === marks.length && marks.length > 0;
    return {
      marks,
      mean: both
        ? meanText(
            numbers.reduce((a, b) => a + b, 0),
            marks.length,
          )
        : null,
      proposal: value,
      state: outcome === 'proposed' || outcome === 'one_semester' ? 'new' : outcome,
    };
  };
}

/** In which semesters a student owes a mark in a subject: one of those asked for. */
export function learnedIn(book: TermBook, { student: registerNo, subject: code }: TermFilter) {
  const keyOf = (student: number, subject: string) => `${student} ${subject}`;
  const of = (term: Term) =>
    new Set(
      book
        .owed(term, { student: registerNo, subject: code })
        .map((one) => keyOf(one.student.student_id, one.subject.code)),
    );
  const [semester1, semester2] = [of('semester1'), of('semester2')];
  return (student: number, subject: string) => ({
    semester1: semester1.has(keyOf(student, subject)),
    semester2: semester2.has(keyOf(student, subject)),
  });
}

/** The proposal of a year mark, and the semester marks from which it comes. */
export function yearProposal(
  stands: ReadonlyMap<string, TermMarkEntry>,
  student: PlannedStudent,
  subject: string,
  learned: ReturnType<typeof learnedIn>,
  tie: ProposalRules['tie'],
): { marks: string[]; proposal: YearProposal } {
  const of = (term: Term) => stands.get(termKey(student.student_id, subject, term))?.value;
  const semesters = { semester1: of('semester1'), semester2: of('semester2') };
  const marks = Object.values(semesters).flatMap((value) => value ?? []);
  return { marks, proposal: proposeYearMark(semesters, learned(student.student_id, subject), tie) };
}

/** The marks of one student in one subject of a semester, and what they add up to. */
export function semesterProposal(
  db: Database,
  book: TermBook,
  one: OwedTermMark,
): Proposal<TermWorkMark> & { readonly works: readonly WorkRow[] } {
  const groups = groupsWithMarks(book, [one]);
  const span = { ...one.span, groups, asOf: book.asOf };
  const works = worksOfGroups(db, span);
  const marks = standingMarks(works, marksOfGroups(db, span)).filter(
    (mark) => mark.student_id === one.student.student_id,
  );
  const proposal = proposeTermMark(one.subject.scale, marks, firstWorks(works), proposalRules(db));
  return { ...proposal, works };
}

export function proposalRules(db: Database): ProposalRules {
  return {
    method: setting(db, 'term_mark_method'),
    rounding: setting(db, 'term_mark_rounding'),
    least: setting(db, 'term_mark_least'),
    weights: {
      test: setting(db, 'weight_test'),
      quiz: setting(db, 'weight_quiz'),
      homework: setting(db, 'weight_homework'),
      classwork: setting(db, 'weight_classwork'),
    },
    tie: setting(db, 'year_mark_tie'),
  };
}

/** The rows of a proposal that would be entered. */
export const toBeEntered = (rows: readonly ProposalRow[]) =>
  rows.filter((row) => row.state === 'new' || row.state === 'replaces');

/**
 * Enters what was proposed and seen, in one operation.
 * @throws Problem termMarksChanged, where something else stands by now than what was seen
 */
export function enterProposals(
  context: Context,
  wish: ProposalWish,
  seen: readonly ProposalRow[],
): void {
  const chosen = toBeEntered(seen);
  write(context, (operation) => {
    const book = termBook(context.db, context.clock(), wish.year);
    const students = new Map(book.membership.students.map((one) => [one.register_no, one]));
    const stands = book.standing([...students.values()]);
    for (const { register_no, subject, term, stands: was } of chosen) {
      const key = termKey(students.get(register_no)?.student_id ?? 0, subject, term);
      if ((stands.get(key)?.value ?? null) !== was)
        throw new Problem('termMarksChanged', undefined);
    }
    const marks = chosen.map(({ proposal, ...row }) => ({ ...row, value: proposal ?? '' }));
    enterTermMarks(context.db, book.year, operation.at, marks);
  });
}

import type { Database } from 'better-sqlite3';
import { type TermMarkEntry, termMarkEntries } from '../../db/term-marks.js';
import { Problem } from '../../problem.js';
import { byMoment } from '../../rules/entries.js';
import type { Scale } from '../../rules/marks.js';
import { meanText } from '../../rules/marks.js';
import type { Proposal, ProposalRules } from '../../rules/term-mark-proposal.js';
import { computedTerms, type Term } from '../../rules/term-marks.js';
import type { TermWorkMark } from '../journal/standing-marks.js';
import { type OwedTermMark, type TermBook, termBook, termKey } from '../journal/term-book.js';
import {
  learnedIn,
  proposalRules,
  semesterProposal,
  yearProposal,
} from '../journal/term-mark-proposals.js';
import { type Explanation, fact, type Traces, traces } from './explanation.js';

export interface AskedTermMark {
  readonly student: string;
  readonly subject: string;
  readonly term: Term;
  readonly year?: number | undefined;
}

/**
 * How the proposal of a term mark comes about, mark by mark, and what was entered instead (clause 4.3).
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownStudent, unknownSubject, doesNotLearn
 */
export function whyTermMark(db: Database, asOf: Date, asked: AskedTermMark): Explanation {
  const book = termBook(db, asOf, asked.year);
  const trace = traces(db);
  const { student: registerNo, subject: code, term } = asked;
  const one = learner(book, asked);
  if (!one) throw new Problem('doesNotLearn', { registerNo, place: code }, { field: 'subject' });
  const { student, subject } = one;
  const entries = termMarkEntries(db, book.year, [student.student_id], book.asOf).filter(
    (entry) => entry.subject === code && entry.term === term,
  );
  const computed = computedTerms.some((known) => known === term)
    ? term === 'year'
      ? yearReasons(db, book, trace, one, asked)
      : semesterReasons(db, book, trace, one)
    : { proposal: null, because: [fact('onlyEntered', undefined)] };
  const stands = book.standing([student]).get(termKey(student.student_id, subject.code, term));
  const facts = {
    name: `${student.first_name} ${student.last_name}`,
    register_no: student.register_no,
    subject: subject.code,
    term,
    proposal: computed.proposal,
    stands: stands?.value ?? null,
  };
  return fact('termMark', facts, [...computed.because, ...standsReasons(entries, trace)]);
}

/** The student in the subject, as at the end of the term; for what nobody owes as at the end of the year. */
function learner(book: TermBook, { student, subject, term }: AskedTermMark) {
  const filter = { student, subject };
  return book.owed(term, filter)[0] ?? book.owed('year', filter)[0];
}

function standsReasons(entries: readonly TermMarkEntry[], trace: Traces): Explanation[] {
  if (entries.length === 0) return [fact('nothingStands', undefined)];
  return [...entries]
    .sort(byMoment)
    .map(({ value, recorded_at, term_mark_id }) =>
      fact('stands', { value, recorded_at }, [], trace.row('term_mark', term_mark_id)),
    );
}

interface Reasons {
  readonly proposal: string | null;
  readonly because: readonly Explanation[];
}

function semesterReasons(db: Database, book: TermBook, trace: Traces, one: OwedTermMark): Reasons {
  const rules = proposalRules(db);
  const proposal = semesterProposal(db, book, one);
  return {
    proposal: proposal.value,
    because: [
      fact('method', { method: rules.method, least: rules.least, weights: rules.weights }),
      ...proposal.marks.map(({ mark, weight, counting }) => {
        const { date, group, work, kind, value, mark_id } = mark;
        const facts = { date, group, work, kind, value, weight, counting };
        return fact('mark', facts, [], trace.row('mark', mark_id));
      }),
      ...conclusion(proposal, one.subject.scale, rules),
    ],
  };
}

function conclusion(
  { count, sum, weight, value }: Proposal<TermWorkMark>,
  scale: Scale,
  { rounding, least }: ProposalRules,
): Explanation[] {
  const mean = weight > 0 ? meanText(sum, weight) : '';
  const added = weight > 0 ? [fact('sum', { scale, sum, weight, mean, count })] : [];
  if (value === null) return [...added, fact('tooFew', { count, least })];
  if (scale === 'points') return [...added, fact('rounded', { rounding, value })];
  return [...added, fact('majority', { is_tie: 2 * sum === weight, value })];
}

function yearReasons(
  db: Database,
  book: TermBook,
  trace: Traces,
  { student, subject }: OwedTermMark,
  asked: AskedTermMark,
): Reasons {
  const { tie } = proposalRules(db);
  const stands = book.standing([student]);
  const learned = learnedIn(book, { student: asked.student, subject: asked.subject });
  const { proposal } = yearProposal(stands, student, subject.code, learned, tie);
  const owed = learned(student.student_id, subject.code);
  const semesters = (['semester1', 'semester2'] as const).map((term) => {
    const entry = stands.get(termKey(student.student_id, subject.code, term));
    const facts = { term, value: entry?.value ?? null, is_owed: owed[term] };
    return fact('semester', facts, [], entry ? trace.row('term_mark', entry.term_mark_id) : []);
  });
  const { outcome, value } = proposal;
  return { proposal: value, because: [...semesters, fact('yearMean', { outcome, tie, value })] };
}

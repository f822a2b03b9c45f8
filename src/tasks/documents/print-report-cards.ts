import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import type { Composition, Paper } from '../../documents/paper.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { yearOf } from '../school-year.js';
import { arrangePapers } from './arrange-papers.js';
import { type ArrangedWishes, type Printed, printPapers } from './print-papers.js';
import type { CardSubject, ReportCard } from './report-card.js';
import { reportCards } from './report-cards.js';

interface CardWishes extends ArrangedWishes {
  /** Whether those lack whom the council has let graduate: then the files say so in their names. */
  readonly exceptGraduates?: boolean | undefined;
}

const withoutGraduates = { en: 'without graduates', lv: 'bez absolventiem' };

/**
 * Prints report cards (clause 3.5); a file bears inside the last day of the term of those in it.
 * @throws Problem those of printPapers
 */
export async function printReportCards(
  context: Context,
  cards: readonly ReportCard[],
  { arrangement, exceptGraduates, ...wishes }: CardWishes,
): Promise<Printed> {
  const [first] = cards;
  if (!first) return { files: [], leftOut: [] };
  const year = yearOf(context.db, first.school_year);
  const batch = {
    date: first.until,
    ...(exceptGraduates && { label: withoutGraduates[wishes.language] }),
  };
  const files = arrangePapers(cards.map(cardPaper), arrangement, batch);
  const dated = files.map((file) => ({ ...file, date: lastDay(file.papers) ?? file.date }));
  return printPapers(context, dated, { ...wishes, year });
}

/**
 * The cards of a period again, `2015-1` or `2015`.
 * @throws Problem those of reportCards
 */
export function composeReportCards(db: Database, asOf: Date, period: string): Composition {
  const [year, half] = period.split('-');
  const term = half === undefined ? 'year' : 'semester1';
  const papers = reportCards(db, asOf, { year: Number(year), term }).map(cardPaper);
  return {
    date: lastDay(papers) ?? schoolYearBounds(Number(year)).last,
    dateOf: lastDay,
    papers,
  };
}

const lastDay = (papers: readonly Paper[]) =>
  papers
    .map(({ data }) => data['until'] as CivilDate)
    .sort()
    .at(-1);

/** The paper of a card. */
function cardPaper(card: ReportCard): Paper {
  const { register_no, last_name, first_name, school_year, term } = card;
  const subjects = card.subjects.map((subject) => ({
    ...withoutUndue(subject, card),
    examined: examinedIn(subject, card),
  }));
  const shown = [
    ...(term === 'year' ? ['semester1', 'semester2', 'year'] : [term]),
    ...(subjects.some(({ examined }) => examined.length > 0) ? ['examined'] : []),
    ...(card.subjects.some(({ reexam }) => reexam !== null) ? ['reexam'] : []),
  ];
  return {
    kind: 'report-card',
    period: term === 'year' ? String(school_year) : `${school_year}-1`,
    class: card.class,
    student: { register_no, last_name, first_name },
    data: { ...card, subjects, shown },
  };
}

/** The subject without the marks that are neither there nor due: a dash is a mark that is missing. */
function withoutUndue(subject: CardSubject, card: ReportCard): Partial<CardSubject> {
  const shown = Object.entries(subject).filter(
    ([field, value]) => value !== null || isMissing(card, subject, field),
  );
  return Object.fromEntries(shown);
}

const isMissing = ({ missing }: ReportCard, { subject }: CardSubject, what: string) =>
  missing.some((gap) => gap.subject === subject && gap.missing === what);

/** The credit and the exam of a subject, where there is one or should be. */
function examinedIn(subject: CardSubject, card: ReportCard) {
  return (['credit', 'exam'] as const).flatMap((kind) => {
    const value = subject[kind];
    return value !== null || isMissing(card, subject, kind) ? [{ kind, value }] : [];
  });
}

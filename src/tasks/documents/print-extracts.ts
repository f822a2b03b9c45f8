import type { Context } from '../../context.js';
import type { DaySpan } from '../../rules/civil-date.js';
import { arrangePapers } from './arrange-papers.js';
import { extractPapers } from './extract-papers.js';
import { type ClassExtracts, yearOfSpan } from './monthly-extracts.js';
import { type Overview, overviewPapers } from './overview-papers.js';
import { type ArrangedWishes, type Printed, printPapers } from './print-papers.js';

/**
 * Prints the extracts of a span of days (clause 3.4), which is the day of its end inside.
 * @throws Problem badSpan, those of printPapers
 */
export async function printExtracts(
  context: Context,
  span: DaySpan,
  classes: readonly ClassExtracts[],
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const year = yearOfSpan(context.db, span);
  const papers = extractPapers(context.db, span, classes);
  const files = arrangePapers(papers, arrangement, { date: span.until });
  return printPapers(context, files, { ...wishes, year });
}

/** Stands in the names of the files, so that they are not mistaken for those to hand out. */
const label = { en: 'overview', lv: 'pārskats' };

/**
 * Prints the overviews of classes, each a file of its own unless all go into one.
 * @throws Problem badSpan, those of printPapers
 */
export async function printOverviews(
  context: Context,
  span: DaySpan,
  of: readonly Overview[],
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const year = yearOfSpan(context.db, span);
  const batch = { date: span.until, label: label[wishes.language] };
  const files = arrangePapers(overviewPapers(span, of), arrangement, batch);
  return printPapers(context, files, { ...wishes, year });
}

import type { AbsenceReason, DecidedStatus, LessonSpan } from './absence.js';
import { type CivilDate, daysFrom } from './civil-date.js';

interface Reasoned {
  readonly status: DecidedStatus;
  readonly reason: AbsenceReason;
  readonly document: string | null;
}

/**
 * Whether a justification rests on the word of the parents alone: an illness or a matter of the family
 * without a document, or with one that is the parents' own ("Vecāku zīme"). A doctor's note, an order
 * of the head or a certificate of an organiser is kept under its reference and is none.
 */
export function isParentsNote({ status, reason, document }: Reasoned): boolean {
  if (status !== 'justified' || (reason !== 'illness' && reason !== 'family')) return false;
  return document === null || /^\s*(vecāk|parent)/iu.test(document);
}

/** The calendar days that spans cover, each once. */
export function daysOf(spans: Iterable<Pick<LessonSpan, 'from' | 'until'>>): Set<CivilDate> {
  const days = new Set<CivilDate>();
  for (const { from, until } of spans)
    for (const day of daysFrom(from, until ?? from)) days.add(day);
  return days;
}

import type { CivilDate } from '../civil-date.js';
import type { Moment } from '../school-time.js';
import type { Duty, Part } from './duty.js';

/** A term of a group whose marks are owed. */
export interface GroupTerm {
  readonly group: string;
  readonly class: string;
  readonly teacher: string;
  readonly term: 'semester1' | 'semester2' | 'year' | 'credit' | 'exam';
  /** The last day of the term. */
  readonly date: CivilDate;
  readonly due_at: Moment;
}

/**
 * Clause 4.3: "katra semestra beigās … ievada semestra vērtējumus, bet gada beigās gada, ieskaišu,
 * eksāmenu … vērtējumus", to every student who was in the group when the term ended.
 */
export function termMarksOwed(term: GroupTerm, parts: readonly Part[]): Duty {
  const { group, date, due_at, teacher } = term;
  return {
    clause: '4.3',
    owed_by: teacher,
    class: term.class,
    group,
    date,
    period: null,
    work: term.term,
    due_at,
    toStudents: true,
    parts,
  };
}

/** The marks that a subject asks for at the year's end, besides that of the semester. */
export function yearEndTerms(yearEnd: 'exam' | 'credit' | null): ('year' | 'credit' | 'exam')[] {
  return yearEnd === null ? ['year'] : ['year', yearEnd];
}

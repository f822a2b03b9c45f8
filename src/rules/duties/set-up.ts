import type { CivilDate } from '../civil-date.js';
import type { Moment } from '../school-time.js';
import type { Clause, Duty } from './duty.js';

export type SetUpClause = Extract<Clause, `2.1.${string}`>;

/**
 * Clauses 2.1.1-2.1.5: "mācību gada sākumā līdz 5. septembrim nodrošina" students, subjects, programmes,
 * journals and bells; owed by the administrators.
 */
export function setUpOwed(
  clause: SetUpClause,
  owed_by: string,
  date: CivilDate,
  due_at: Moment,
  metAt: Moment | undefined,
): Duty {
  return {
    clause,
    owed_by,
    class: '',
    group: '',
    date,
    period: null,
    work: null,
    due_at,
    toStudents: false,
    parts: [{ name: '', metAt }],
  };
}

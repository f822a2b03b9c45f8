import type { Duty } from '../../../rules/duties/duty.js';
import { type SetUpClause, setUpOwed } from '../../../rules/duties/set-up.js';
import { dateOf } from '../../../rules/school-time.js';
import { setUpStatus } from '../../setup/status.js';
import type { YearFacts } from './year-facts.js';

/** Clauses 2.1.1-2.1.5. Lists that are there hold, whenever they were entered. */
export function* setUpDue(facts: YearFacts): Generator<Duty> {
  const { db, year, clock, asOf, horizon, administratorsOn } = facts;
  for (const { clause, due_at, met_at } of setUpStatus(db, new Date(asOf), year.year)) {
    if (due_at > horizon || (met_at !== null && met_at > asOf)) continue;
    const date = dateOf(due_at, clock.zone);
    const metAt = met_at ?? undefined;
    yield setUpOwed(clause as SetUpClause, administratorsOn(date), date, due_at, metAt);
  }
}

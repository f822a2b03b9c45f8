import type { Context } from '../context.js';
import { schoolZone } from '../db/school-settings.js';
import type { CivilDate } from '../rules/civil-date.js';
import { dateOf } from '../rules/school-time.js';

/** The true day, where the school is. */
export function today({ db, clock }: Pick<Context, 'db' | 'clock'>): CivilDate {
  return dateOf(clock(), schoolZone(db));
}

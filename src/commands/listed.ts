import { shownTime } from '../rules/school-time.js';
import type { Session } from '../session.js';
import { zoneOf } from '../tasks/school-zone.js';
import type { ColumnName } from '../text/columns.js';

/** Shows rows as `listed`; in a table, which a person reads, moments are by the school's clock. */
export function showListed(
  { db, out }: Pick<Session, 'db' | 'out'>,
  columns: readonly ColumnName[],
  forPeople: readonly ColumnName[],
  rows: readonly object[],
): Promise<void> {
  const shown: readonly string[] = out.columns ?? forPeople;
  const moments = shown.filter((name) => /(^|_)at$/.test(name));
  const isLocal = out.format === 'table' && moments.length > 0;
  return out.listed(columns, forPeople, isLocal ? withLocalTime(zoneOf(db), moments, rows) : rows);
}

function* withLocalTime(zone: string, moments: readonly string[], rows: readonly object[]) {
  for (const row of rows) {
    const local: Record<string, unknown> = { ...row };
    for (const name of moments) {
      const moment = local[name];
      if (typeof moment === 'string') local[name] = shownTime(moment, zone);
    }
    yield local;
  }
}

import type { Context } from '../../context.js';
import type { SourceOptions } from '../../csv/source.js';
import { calendarKey } from '../../db/calendar-days.js';
import { createDatabase, discardDatabase } from '../../db/open.js';
import { tableByKey } from '../../db/table-by-key.js';
import type { CalendarRow } from '../../rules/calendar.js';
import { textOrNone } from '../../rules/tidy-text.js';
import { type Imported, importFiles } from '../imports/import-files.js';
import type { ImportContext } from '../imports/importing.js';

export { refusePlace } from '../../db/open.js';

/** What a new school begins with. */
export interface NewSchool extends SourceOptions {
  readonly file: string;
  readonly year: number;
  /** `school.csv`, where there is one. */
  readonly school?: string | undefined;
  readonly name?: string | undefined;
  readonly calendar: readonly CalendarRow[];
}

/**
 * Makes the database of a school with its first school year. Where a file is rejected, or anything
 * fails, there is no database.
 * @throws Problem databaseExists, noFolder, fileNotFound
 */
export function initSchool(frame: Omit<Context, 'db'>, school: NewSchool): Imported {
  const { year, encoding, delimiter } = school;
  const db = createDatabase(school.file);
  let made = false;
  try {
    const files = school.school ? [{ kind: 'school' as const, path: school.school }] : [];
    const imported = importFiles(
      { ...frame, db },
      files,
      { year, encoding, delimiter, openYear: true },
      (at) => enter(at, school),
    );
    made = imported.outcome === 'done' && frame.mode === 'write';
    return imported;
  } finally {
    db.close();
    if (!made) discardDatabase(school.file);
  }
}

function enter({ db, year }: ImportContext, { name: named, calendar }: NewSchool): void {
  const name = textOrNone(named);
  if (name) tableByKey(db, 'school_setting', ['key']).put({ key: 'name', value: name });
  const days = tableByKey(db, 'calendar_day', calendarKey);
  for (const row of calendar) days.put({ school_year_id: year.school_year_id, ...row });
}

import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { beginFile } from '../../csv/safe-file.js';
import { deadlines } from '../../text/deadlines.js';
import { dutyWords } from '../../text/duties.js';
import type { Language } from '../../text/words.js';
import type { DeadlineRow } from './deadlines.js';

/** Where the calendar goes, and the moment that it shows. */
export interface CalendarFile {
  readonly path: string;
  readonly overwrite: boolean;
  readonly asOf: Date;
  readonly language: Language;
}

/**
 * Writes deadlines as a calendar (RFC 5545). Moments are in UTC: ical-generator 11 has no time zone of
 * its own to describe Europe/Riga with. The same rows give the same bytes.
 * @throws Problem fileExists
 */
export function writeDeadlineCalendar(rows: readonly DeadlineRow[], wishes: CalendarFile): void {
  const say = deadlines[wishes.language];
  const { duties } = dutyWords[wishes.language];
  const calendar = ical({
    name: say.calendarName,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'ejournal', product: 'ejournal', language: wishes.language },
  });
  for (const row of rows) {
    calendar.createEvent({
      id: `${row.due_at}-${row.clause}-${row.owed_by}@ejournal`,
      start: new Date(row.due_at),
      stamp: wishes.asOf,
      summary: say.event(`${row.clause} ${duties[row.clause]}`, row.owed_by_name),
      description: [say.openThings(row.open), row.about.join(', ')].filter(Boolean).join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  const file = beginFile(wishes.path, { overwrite: wishes.overwrite });
  try {
    file.write(calendar.toString());
    file.commit();
  } catch (error) {
    file.discard();
    throw error;
  }
}

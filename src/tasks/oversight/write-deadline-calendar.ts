import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { writeFileSafely } from '../../csv/safe-file.js';
import { deadlines } from '../../text/deadlines.js';
import { dutyWords } from '../../text/duties.js';
import type { Language } from '../../text/words.js';
import type { DeadlineRow } from './deadlines.js';

/** The moment that the calendar shows, and the language of its words. */
interface CalendarLook {
  readonly asOf: Date;
  readonly language: Language;
}

/**
 * Deadlines as a calendar (RFC 5545). Moments are in UTC: ical-generator 10 has no time zone of
 * its own to describe Europe/Riga with. The same rows give the same bytes.
 */
export function deadlineCalendar(rows: readonly DeadlineRow[], look: CalendarLook): string {
  const say = deadlines[look.language];
  const { duties } = dutyWords[look.language];
  const calendar = ical({
    name: say.calendarName,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'ejournal', product: 'ejournal', language: look.language },
  });
  for (const row of rows) {
    calendar.createEvent({
      id: `${row.due_at}-${row.clause}-${row.owed_by}@ejournal`,
      start: new Date(row.due_at),
      stamp: look.asOf,
      summary: say.event(`${row.clause} ${duties[row.clause]}`, row.owed_by_name),
      description: [say.openThings(row.open), row.about.join(', ')].filter(Boolean).join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/**
 * Writes deadlines as a calendar into a file.
 * @throws Problem fileExists, noFolder, folderNotWritable
 */
export function writeDeadlineCalendar(
  rows: readonly DeadlineRow[],
  { path, overwrite, ...look }: CalendarLook & { path: string; overwrite: boolean },
): void {
  writeFileSafely(path, [deadlineCalendar(rows, look)], { overwrite });
}

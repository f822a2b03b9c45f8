import type { Context } from '../../context.js';
import { write } from '../../db/operation.js';
import { addMessages, type NewMessage, occasionsTold } from '../../db/outbox.js';
import { schoolSetting, schoolZone } from '../../db/school-settings.js';
import { staffContacts } from '../../db/staff-names.js';
import { groupedBy } from '../../rules/grouping.js';
import { dateOf, toMoment } from '../../rules/school-time.js';
import { reminder } from '../../text/reminder.js';
import { type Language, languages } from '../../text/words.js';
import { type OverdueFilter, type OverdueRow, overdueEntries } from './overdue.js';

/** How many people were reminded, and how many had been reminded that day already. */
export interface Reminded {
  readonly reminded: number;
  readonly already: number;
}

/** More lines nobody reads. */
const mostLines = 40;

/**
 * Puts a reminder for each person who owes something that was asked for into the outbox, in the language
 * of the school. It tells all that they owe: who was reminded that day already, by the school's calendar,
 * is not reminded again.
 * @throws Problem those of overdueEntries
 */
export function remind(context: Context, filter: OverdueFilter, otherwise: Language): Reminded {
  const { db, clock } = context;
  const now = clock();
  const today = dateOf(now, schoolZone(db));
  const language = languages.find((one) => one === schoolSetting(db, 'language')) ?? otherwise;
  const contacts = staffContacts(db);
  const school = schoolSetting(db, 'name');
  return write(context, () => {
    const all = byPerson(overdueEntries(db, context.asOf, { year: filter.year }));
    const people = peopleAsked(context, filter).flatMap((code) => {
      const known = contacts.get(code);
      return known ? [{ ...known, code, occasion: `overdue ${today} ${code}` }] : [];
    });
    const told = occasionsTold(
      db,
      people.map(({ occasion }) => occasion),
    );
    const fresh = people.filter(({ occasion }) => !told.has(occasion));
    const messages = fresh.map(({ code, name, email, occasion }): NewMessage => {
      const address = email
        ? { channel: 'email' as const, recipient: email }
        : { channel: 'internal' as const, recipient: code };
      const message = messageOf(name, all.get(code) ?? [], school, language);
      return { ...address, ...message, occasion, created_at: toMoment(now) };
    });
    addMessages(db, messages);
    return { reminded: fresh.length, already: people.length - fresh.length };
  });
}

/** Who owes something of what was asked for; where one person was asked for, nobody who owes it with them. */
function peopleAsked({ db, asOf }: Context, filter: OverdueFilter): readonly string[] {
  const people = [...byPerson(overdueEntries(db, asOf, filter)).keys()];
  return people.filter((code) => filter.teacher === undefined || code === filter.teacher);
}

/** What several people owe together is told to each of them; what nobody owes, to nobody. */
function byPerson(rows: readonly OverdueRow[]): Map<string, OverdueRow[]> {
  const shares = rows.flatMap((row) =>
    row.owed_by
      .split('+')
      .filter(Boolean)
      .map((code) => ({ code, row })),
  );
  return new Map(
    [...groupedBy(shares, ({ code }) => code)].map(([code, own]) => [
      code,
      own.map(({ row }) => row),
    ]),
  );
}

function messageOf(
  name: string,
  owed: readonly OverdueRow[],
  school: string | null,
  language: Language,
) {
  const say = reminder[language];
  const lines = owed.slice(0, mostLines).map(say.line);
  const rest = owed.length - lines.length;
  if (rest > 0) lines.push(say.more(rest));
  const end = [say.closing, ...(school ? ['', school] : [])];
  const body = [say.greeting(name), '', say.opening, ...lines, '', ...end, ''].join('\n');
  return { name, subject: say.subject(owed.length), body };
}

import type { Database } from 'better-sqlite3';
import type { Moment } from '../rules/school-time.js';
import { statements } from './statements.js';
import { tableByKey } from './table-by-key.js';

/** A message to somebody; the names are an interface of the output. */
export interface OutboxRow {
  outbox_id: number;
  channel: 'email' | 'sms' | 'internal';
  /** An address, a telephone number, or a code of the staff. */
  recipient: string;
  name: string | null;
  subject: string;
  body: string;
  created_at: Moment;
  sent_at: Moment | null;
}

/** A message that is not there yet; of one occasion there is only one. */
export interface NewMessage extends Omit<OutboxRow, 'outbox_id' | 'sent_at'> {
  occasion: string;
}

const everyMessage =
  'SELECT outbox_id, channel, recipient, name, subject, body, created_at, sent_at FROM outbox';

const sql = statements((db) => ({
  all: db.prepare<[], OutboxRow>(`${everyMessage} ORDER BY outbox_id`),
  waiting: db.prepare<[], OutboxRow>(`${everyMessage} WHERE sent_at IS NULL ORDER BY outbox_id`),
  one: db.prepare<[number], OutboxRow>(`${everyMessage} WHERE outbox_id = ?`),
  told: db
    .prepare<[string], string>(
      'SELECT occasion FROM outbox WHERE occasion IN (SELECT value FROM json_each(?))',
    )
    .pluck(),
  sent: db.prepare<[string, number]>('UPDATE outbox SET sent_at = ? WHERE outbox_id = ?'),
}));

/** The messages that wait to be sent, or with those that were sent, the oldest first. */
export function outboxRows(db: Database, { sentToo }: { sentToo: boolean }): OutboxRow[] {
  return sentToo ? sql(db).all.all() : sql(db).waiting.all();
}

export function outboxMessage(db: Database, number: number): OutboxRow | undefined {
  return sql(db).one.get(number);
}

/** Of these occasions those of which there is a message already. */
export function occasionsTold(db: Database, occasions: readonly string[]): ReadonlySet<string> {
  return new Set(sql(db).told.all(JSON.stringify(occasions)));
}

/** Puts messages into the outbox. */
export function addMessages(db: Database, messages: readonly NewMessage[]): void {
  const table = tableByKey(db, 'outbox', ['occasion']);
  for (const message of messages) table.put({ ...message });
}

export function markSent(db: Database, number: number, at: Moment): void {
  sql(db).sent.run(at, number);
}

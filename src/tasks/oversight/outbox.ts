import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { write } from '../../db/operation.js';
import { markSent, type OutboxRow, outboxMessage, outboxRows } from '../../db/outbox.js';
import { Problem } from '../../problem.js';
import { toMoment } from '../../rules/school-time.js';

export type { OutboxRow } from '../../db/outbox.js';

/** The messages that wait to be sent; with `sentToo` those that were sent as well. */
export function outboxList(db: Database, asked: { sentToo: boolean }): OutboxRow[] {
  return outboxRows(db, asked);
}

/** @throws Problem unknownMessage */
export function messageNumbered(db: Database, number: string): OutboxRow {
  const message = /^\d{1,15}$/.test(number) ? outboxMessage(db, Number(number)) : undefined;
  if (!message) throw new Problem('unknownMessage', { number });
  return message;
}

/**
 * Marks messages as sent now, all that wait where none is named; one that was sent keeps its moment.
 * @throws Problem unknownMessage
 */
export function messagesSent(context: Context, numbers: readonly string[]): OutboxRow[] {
  const { db, clock } = context;
  return write(context, () => {
    const named = numbers.map((number) => messageNumbered(db, number));
    // Each once, however often it is named.
    const once = new Map(named.map((message) => [message.outbox_id, message]));
    const chosen = numbers.length > 0 ? [...once.values()] : outboxRows(db, { sentToo: false });
    const at = toMoment(clock());
    const waiting = chosen.filter((message) => message.sent_at === null);
    for (const { outbox_id } of waiting) markSent(db, outbox_id, at);
    return waiting.map((message) => ({ ...message, sent_at: at }));
  });
}

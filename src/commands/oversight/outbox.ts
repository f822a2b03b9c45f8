import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  messageNumbered,
  messagesSent,
  type OutboxRow,
  outboxList,
} from '../../tasks/oversight/outbox.js';
import type { OptionsOf } from '../../terminal/program.js';
import { outbox } from '../../text/outbox.js';
import { showListed } from '../listed.js';
import { sayWritten } from '../written.js';

export const topic = outbox;

const columns: (keyof OutboxRow)[] = [
  'outbox_id',
  'channel',
  'recipient',
  'name',
  'subject',
  'body',
  'created_at',
  'sent_at',
];
/** The text has many lines: a person asks for it with `show`. */
const forPeople = columns.filter((name) => name !== 'body');

const actions = ['list', 'show', 'sent'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(outbox);
  const action = command.createArgument('[action]', say.action).choices(actions);
  return command
    .addArgument(action.default('list' as const))
    .argument('[numbers...]', say.numbers)
    .option('--all', say.all);
}

export async function run(
  session: Session,
  { all }: OptionsOf<typeof define>,
  action: (typeof actions)[number],
  numbers: string[],
) {
  const say = session.text(outbox);
  if (!fits(action, numbers.length, all === true)) {
    throw new Problem('wrongWords', { usage: say.usage[action] });
  }
  if (action === 'show') return show(session, numbers[0] ?? '');
  const isList = action === 'list';
  const rows = isList
    ? outboxList(session.db, { sentToo: all === true })
    : messagesSent(session, numbers);
  await showListed(session, columns, forPeople, rows);
  if (isList) session.out.say(say.count(rows.length));
  else sayWritten(session, say.sent(rows.length));
  return exit.done;
}

function fits(action: (typeof actions)[number], numbers: number, all: boolean): boolean {
  if (action === 'list') return numbers === 0;
  if (action === 'show') return numbers === 1 && !all;
  return all ? numbers === 0 : numbers > 0;
}

async function show({ db, out }: Session, number: string) {
  const message = messageNumbered(db, number);
  await out.tree(message, () => [
    `${message.name ?? ''} <${message.recipient}>`.trim(),
    message.subject,
    '',
    ...message.body.split('\n'),
  ]);
  return exit.done;
}

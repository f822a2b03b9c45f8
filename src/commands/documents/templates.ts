import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  checkTemplates,
  ejectTemplate,
  type TemplateChange,
  type TemplateFinding,
  type TemplateRow,
  templateChanges,
  templateList,
  templateTexts,
} from '../../tasks/documents/templates.js';
import { failureOf } from '../../terminal/failure.js';
import type { ColumnName } from '../../text/columns.js';
import { templates } from '../../text/templates.js';

export const topic = templates;

const actions = ['list', 'show', 'eject', 'check', 'diff'] as const;
const listColumns: (keyof TemplateRow)[] = ['template', 'own', 'outdated', 'folder'];
const findingColumns: ColumnName[] = ['template', 'where', 'problem', 'mend'];
const changeColumns: (keyof TemplateChange)[] = ['template', 'file', 'line', 'change', 'text'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(templates);
  const action = command.createArgument('[action]', say.action).choices(actions);
  return command.addArgument(action.default('list' as const)).argument('[name]', say.name);
}

export async function run(
  session: Session,
  _options: object,
  action: (typeof actions)[number],
  name: string | undefined,
) {
  const { db, out } = session;
  const say = session.text(templates);
  if (action === 'list') {
    if (name !== undefined) throw new Problem('wrongWords', { usage: say.usage.list });
    await out.rows(listColumns, templateList(db));
  } else if (action === 'show') {
    const texts = templateTexts(db, nameGiven(session, name, action));
    if (out.format.startsWith('json')) await out.tree(texts, () => []);
    else await out.page(shown(texts));
  } else if (action === 'eject') {
    const files = ejectTemplate(db, nameGiven(session, name, action), { overwrite: session.yes });
    await out.rows(
      ['file'],
      files.map((file) => ({ file })),
    );
    out.say(say.ejected);
  } else if (action === 'check') {
    return checked(session, await checkTemplates(db, name));
  } else {
    const changes = templateChanges(db, name);
    await out.rows(changeColumns, changes);
    if (changes.length === 0) out.say(say.noChanges);
  }
  return exit.done;
}

function nameGiven(session: Session, name: string | undefined, action: 'show' | 'eject'): string {
  if (name !== undefined) return name;
  throw new Problem('wrongWords', { usage: session.text(templates).usage[action] });
}

function* shown(texts: Readonly<Record<string, string>>): Generator<string> {
  for (const [file, text] of Object.entries(texts)) {
    yield `# ${file}`;
    yield* text.trimEnd().split('\n');
    yield '';
  }
}

async function checked({ out, text }: Session, findings: readonly TemplateFinding[]) {
  const rows = findings.map(({ template, problem }) => {
    const { what, where, mend } = failureOf(problem, text);
    return { template, where, problem: what, mend };
  });
  await out.rows(findingColumns, rows);
  out.say(text(templates).checked(rows.length));
  return rows.length > 0 ? exit.found : exit.done;
}

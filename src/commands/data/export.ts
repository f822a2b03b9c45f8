import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import { type FileKind, fileKinds } from '../../rules/file-kinds.js';
import type { Session } from '../../session.js';
import {
  exportAll,
  exportColumns,
  exportFile,
  latvianColumns,
} from '../../tasks/data/export-files.js';
import { date } from '../../terminal/date-options.js';
import { needed } from '../../terminal/needed.js';
import { place, schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { exporting } from '../../text/exporting.js';

export const topic = exporting;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(exporting);
  const kind = command
    .createArgument('<kind>', say.kind)
    .choices([...fileKinds, 'blanks', 'all'] as const);
  return command
    .addArgument(kind)
    .option('--out <folder>', say.out, place(text))
    .option('--year <year>', say.year, schoolYear(text))
    .option('--class <class>', say.class)
    .option('--group <group>', say.group)
    .option('--from <date>', say.from, date(text))
    .option('--until <date>', say.until, date(text));
}

/** One kind goes to the standard output, or to the file of --output. */
export const acts: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...fileKinds, 'blanks', 'all'].map((kind) => [kind, kind === 'all' ? ['out'] : []]),
);

export async function run(
  session: Session,
  { out, ...filters }: OptionsOf<typeof define>,
  kind: FileKind | 'all',
) {
  if (kind === 'all') {
    const { dialect, yes: overwrite } = session;
    await session.out.rows(
      ['file', 'rows'],
      exportAll(session, needed(out, '--out'), { ...filters, dialect, overwrite }),
    );
    return exit.done;
  }
  const columns = exportColumns(kind);
  const rows = exportFile(session.db, kind, filters);
  await session.out.lists(columns, rows, latvianColumns(kind));
  return exit.done;
}

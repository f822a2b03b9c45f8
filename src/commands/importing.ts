import type { Command } from '@commander-js/extra-typings';
import type { Context } from '../context.js';
import type { ExitStatus } from '../problem.js';
import type { FileKind } from '../rules/file-kinds.js';
import type { Session } from '../session.js';
import { delimiterNames, delimiterOf, encodingNames } from '../tasks/imports/dialect.js';
import { type Imported, importFiles } from '../tasks/imports/import-files.js';
import { confirm } from '../terminal/confirm.js';
import { schoolYear } from '../terminal/options.js';
import type { OptionsOf, Speak } from '../terminal/program.js';
import { imports } from '../text/imports.js';
import type { Words } from '../text/words.js';
import { doneAsAgreed } from './as-agreed.js';
import { showImported } from './show-imported.js';

interface ImportWords {
  readonly examples: readonly { does: string; line: string }[];
}

/** The options by which whatever reads CSV files is told how they look. */
export function lookOptions(command: Command, speak: Speak) {
  const say = speak(imports);
  const encoding = command.createOption('--encoding <name>', say.encoding).choices(encodingNames);
  const delimiter = command.createOption('--delimiter <name>', say.delimiter);
  return command.addOption(encoding).addOption(delimiter.choices(delimiterNames));
}

/** The same, with the place for the rejected rows of a file. */
export function fileOptions(command: Command, speak: Speak) {
  return lookOptions(command, speak).option('--errors <file>', speak(imports).errors);
}

export const namesOfFileOptions = [
  'encoding',
  'delimiter',
  'errors',
] as const satisfies readonly (keyof OptionsOf<typeof fileOptions>)[];

/** What is said of a file on the command line, for the task. */
export function sourceOptions(options: OptionsOf<typeof lookOptions>) {
  return {
    encoding: options.encoding,
    delimiter: delimiterOf(options.delimiter),
  };
}

/** The file of an import, with its school year and its look. */
export function oneFile(command: Command, speak: Speak) {
  const say = speak(imports);
  return fileOptions(command, speak)
    .argument('<file>', say.file)
    .option('--year <year>', say.year, schoolYear(speak));
}

/** The command that imports one kind of file, without more. */
export function importing(kind: FileKind, topic: Words<ImportWords>) {
  const define = (command: Command, { text }: Pick<Session, 'text'>) => oneFile(command, text);
  const run = (
    session: Session,
    options: OptionsOf<typeof define>,
    file: string,
  ): Promise<ExitStatus> => {
    const { year, errors } = options;
    const imported = importFiles(session, [{ kind, path: file }], {
      year,
      ...sourceOptions(options),
    });
    return showImported(session, imported, errors);
  };
  return { topic, define, run };
}

/** The same for a list of the school year from which rows can be taken away. */
export function importingList(kind: FileKind, topic: Words<ImportWords>) {
  const define = (command: Command, { text }: Pick<Session, 'text'>) =>
    oneFile(command, text).option('--remove-missing', text(imports).removeMissing);
  const run = async (
    session: Session,
    options: OptionsOf<typeof define>,
    file: string,
  ): Promise<ExitStatus> => {
    const { year, errors, removeMissing = false } = options;
    const wanted = { year, removeMissing, ...sourceOptions(options) };
    const work = (context: Context) => importFiles(context, [{ kind, path: file }], wanted);
    const removed = ({ outcome, files }: Imported) =>
      outcome === 'done' ? files.reduce((sum, { ended }) => sum + ended, 0) : 0;
    const isAgreed = async (planned: Imported) =>
      removed(planned) === 0 ||
      confirm(session, session.text(imports).agreeRemoval(removed(planned)));
    const imported = removeMissing ? await doneAsAgreed(session, work, isAgreed) : work(session);
    return showImported(session, imported, errors);
  };
  return { topic, define, run };
}

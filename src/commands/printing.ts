import type { Command, OptionValues } from '@commander-js/extra-typings';
import { type ExitStatus, exit, Problem } from '../problem.js';
import type { Session } from '../session.js';
import type { LeftOutPaper, Printed, PrintedFile } from '../tasks/documents/print-papers.js';
import { printing } from '../text/printing.js';
import { type Language, languages } from '../text/words.js';

/** How papers that were asked for are printed: the options of every command that prints. */
export interface PrintOptions {
  readonly out?: string | undefined;
  readonly separate?: true | undefined;
  readonly perClass?: true | undefined;
  readonly merge?: string | undefined;
  readonly force?: true | undefined;
  readonly documentLanguage: Language;
}

/** Adds the options of printing behind those of the command itself. */
export function printOptions<Options extends OptionValues>(
  command: Command<[], Options>,
  { text }: Pick<Session, 'text'>,
) {
  const say = text(printing);
  const separate = command.createOption('--separate', say.separate);
  const perClass = command.createOption('--per-class', say.perClass).conflicts('separate');
  const merge = command.createOption('--merge <file>', say.merge);
  const language = command.createOption('--document-language <language>', say.language);
  return command
    .option('--out <folder>', say.out)
    .addOption(perClass)
    .addOption(separate)
    .addOption(merge.conflicts(['out', 'separate', 'perClass']))
    .option('--force', say.force)
    .addOption(language.choices(languages).default('lv' as const));
}

/** What the task needs to know: where to, how, and who waits for it. */
export interface Printing {
  readonly folder: string;
  readonly arrangement: 'student' | 'class' | { readonly file: string };
  readonly language: Language;
  readonly force: boolean;
  readonly progress: (papers: number) => void;
  readonly stop: AbortSignal;
}

const columns: (keyof PrintedFile)[] = ['file', 'class', 'papers', 'state', 'sha256', 'left_out'];
const forPeople = columns.slice(0, 4);

/**
 * Prints so many papers: shows how far it is, can be stopped, lists the files (unless the data are the
 * output, as JSON), and tells which papers could not be made.
 * @throws Problem optionNeeded
 */
export async function print(
  session: Session,
  options: PrintOptions,
  papers: number,
  work: (printing: Printing) => Promise<Printed>,
): Promise<ExitStatus> {
  const { out, text } = session;
  const say = text(printing);
  const { documentLanguage: language, force = false } = options;
  const bar = out.progress(papers, say.papers);
  const place = placeOf(options);
  const printed = await session
    .stoppable((stop) => work({ ...place, language, force, progress: bar.step, stop }))
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === 'AbortError') out.warn(say.stopped);
      throw error;
    })
    .finally(bar.done);
  if (!out.format.startsWith('json')) {
    await out.rows(out.format === 'table' ? forPeople : columns, printed.files);
  }
  for (const paper of printed.leftOut) out.warn(leftOutSentence(session, paper));
  out.say(say.done(countsOf(printed)));
  return printed.leftOut.length > 0 ? exit.found : exit.done;
}

function placeOf({ out, merge, separate }: PrintOptions): Pick<Printing, 'folder' | 'arrangement'> {
  if (merge !== undefined) return { folder: '.', arrangement: { file: merge } };
  if (out === undefined) throw new Problem('optionNeeded', { option: '--out' });
  return { folder: out, arrangement: separate ? 'student' : 'class' };
}

function leftOutSentence({ text }: Session, { paper, character }: LeftOutPaper): string {
  const { student, class: className } = paper;
  const name = student
    ? `${student.last_name} ${student.first_name} (${student.register_no})`
    : (paper.receiver ?? '');
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const who = [className, name].filter(Boolean).join(', ');
  return text(printing).leftOut({ who, character, codePoint: `U+${codePoint}` });
}

function countsOf({ files, leftOut }: Printed) {
  const inState = (state: PrintedFile['state']) =>
    files.filter((file) => file.state === state).length;
  return {
    papers: files.reduce((sum, file) => sum + file.papers, 0),
    written: inState('written'),
    unchanged: inState('unchanged'),
    leftOut: leftOut.length,
  };
}

import type { Command, OptionValues } from '@commander-js/extra-typings';
import { type ExitStatus, exit } from '../problem.js';
import type { Session } from '../session.js';
import { type AskedPapers, expectPapers } from '../tasks/documents/expect-papers.js';
import type { LeftOutPaper, PrintedFile } from '../tasks/documents/made-files.js';
import type { Printed } from '../tasks/documents/print-papers.js';
import { needed } from '../terminal/needed.js';
import { place } from '../terminal/options.js';
import { printing } from '../text/printing.js';
import { type Language, languages } from '../text/words.js';
import { sayWritten } from './written.js';

/** How papers that were asked for are printed: the options of every command that prints. */
export interface PrintOptions {
  readonly out?: string | undefined;
  readonly separate?: true | undefined;
  readonly perClass?: true | undefined;
  /** The only student that is asked for, where the command can be asked so. */
  readonly student?: string | undefined;
  readonly merge?: string | undefined;
  readonly force?: true | undefined;
  readonly preview?: true | undefined;
  readonly documentLanguage: Language;
}

/** Adds the options of printing papers of students behind those of the command itself. */
export function printOptions<Words extends unknown[], Options extends OptionValues>(
  command: Command<Words, Options>,
  { text }: Pick<Session, 'text'>,
) {
  const say = text(printing);
  const perClass = command.createOption('--per-class', say.perClass);
  const arranged = command
    .addOption(perClass.conflicts(['separate', 'student']))
    .option('--separate', say.separate);
  return classPaperOptions(arranged, { text });
}

/** The same for papers of whole classes, which are in a file each. */
export function classPaperOptions<Words extends unknown[], Options extends OptionValues>(
  command: Command<Words, Options>,
  { text }: Pick<Session, 'text'>,
) {
  const say = text(printing);
  const merge = command.createOption('--merge <file>', say.merge).argParser(place(text));
  const language = command.createOption('--document-language <language>', say.language);
  return command
    .option('--out <folder>', say.out, place(text))
    .addOption(merge.conflicts(['out', 'separate', 'perClass']))
    .option('--force', say.force)
    .option('--preview', say.preview)
    .addOption(language.choices(languages).default('lv' as const));
}

export const namesOfClassPaperOptions = [
  'out',
  'merge',
  'force',
  'preview',
  'documentLanguage',
] as const satisfies readonly (keyof PrintOptions)[];

export const namesOfPrintOptions = [
  'separate',
  'perClass',
  ...namesOfClassPaperOptions,
] as const satisfies readonly (keyof PrintOptions)[];

/**
 * Where data are asked for as JSON, gives them; whether that is all that was asked for. A preview is of the
 * paper: its data are the file that was made.
 */
export async function shownAsJson(
  { out }: Session,
  options: PrintOptions,
  data: readonly object[],
): Promise<boolean> {
  if (!out.format.startsWith('json') || options.preview) return false;
  await out.tree(data, () => []);
  return options.out === undefined && options.merge === undefined;
}

/** What is likely to be printed, told before its data are read. */
export function expectPrinting(options: PrintOptions & AskedPapers): void {
  const { out, merge, preview } = options;
  if (!preview && (out !== undefined || merge !== undefined)) expectPapers(options);
}

/** What the task needs to know: where to, how, and who waits for it. */
export interface Printing {
  readonly folder: string;
  readonly arrangement: 'student' | 'class' | { readonly file: string };
  readonly perStudent: boolean;
  readonly language: Language;
  readonly force: boolean;
  readonly preview: boolean;
  readonly progress: (papers: number) => void;
  readonly stop: AbortSignal;
}

const columns: (keyof PrintedFile)[] = ['file', 'class', 'papers', 'state', 'sha256', 'left_out'];
const forPeople = columns.slice(0, 4);

/**
 * Prints so many papers as the options say.
 * @throws Problem optionNeeded
 */
export function print(
  session: Session,
  options: PrintOptions,
  papers: number,
  work: (printing: Printing) => Promise<Printed>,
): Promise<ExitStatus> {
  const { documentLanguage: language, force = false, preview = false } = options;
  const wishes = { ...placeOf(options), language, force, preview };
  return printed(session, papers, (waiting) => work({ ...wishes, ...waiting }), { preview });
}

/**
 * Shows how far the printing of so many papers is, lets it be stopped, lists the files (unless the data
 * are the output, as JSON), and tells which papers could not be made.
 */
export async function printed(
  session: Session,
  papers: number,
  work: (waiting: Pick<Printing, 'progress' | 'stop'>) => Promise<Printed>,
  { preview = false } = {},
): Promise<ExitStatus> {
  const { out, text } = session;
  const say = text(printing);
  const bar = out.progress(papers, say.papers);
  const result = await session
    .stoppable((stop) => work({ progress: bar.step, stop }))
    .finally(bar.done)
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === 'AbortError') out.warn(say.stopped);
      throw error;
    });
  for (const paper of result.leftOut) out.warn(leftOutSentence(session, paper));
  if (preview) return previewed(session, result);
  if (!out.format.startsWith('json')) {
    await out.rows(out.format === 'table' ? forPeople : columns, result.files);
  }
  if (result.files.length === 0) out.say(say.nothing);
  else sayWritten(session, say.done(countsOf(result)));
  return result.leftOut.length > 0 ? exit.found : exit.done;
}

/** Opens what was made with the program that the system has for it, else says where it lies. */
async function previewed(session: Session, { files }: Printed): Promise<ExitStatus> {
  const { out, text } = session;
  const [first] = files;
  if (!first || first.state === 'failed') return exit.found;
  await out.rows(['file'], files);
  if (!(await session.openFile(first.file))) out.say(text(printing).noViewer);
  return exit.done;
}

type PlaceOfFiles = Pick<Printing, 'folder' | 'arrangement' | 'perStudent'>;

/** The paper of one student has a file of its own: in that of the class it would stand for all of the class. */
function placeOf(options: PrintOptions): PlaceOfFiles {
  const { out, merge, separate, student, preview } = options;
  const perStudent = separate === true || student !== undefined;
  const arrangement = perStudent ? 'student' : 'class';
  if (preview) return { folder: '.', arrangement, perStudent };
  if (merge !== undefined) return { folder: '.', arrangement: { file: merge }, perStudent };
  return { folder: needed(out, '--out'), arrangement, perStudent };
}

function leftOutSentence(
  { text: words }: Session,
  { paper, character, text, students }: LeftOutPaper,
): string {
  const { student, class: className, kind, receiver } = paper;
  const name = student ? `${student.last_name} ${student.first_name}` : receiver;
  const of = [className, name].filter(Boolean).join(', ') || kind;
  const who = students.length > 0 ? `${of} (${students.join(', ')})` : of;
  return words(printing).leftOut({ who, character, text });
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

import { PassThrough } from 'node:stream';
import { main } from '../../src/main.js';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

export interface Circumstances {
  /** Environment variables. */
  env?: Record<string, string>;
  clock?: () => Date;
  /** How wide the terminal is; without it nothing is a terminal. */
  terminal?: number;
  /** Is told which file is opened; without it there is no program that opens files. */
  opened?: (path: string) => void;
}

/** The moment at which a test runs, unless it says another. */
const testMoment = new Date('2026-11-24T10:00:00Z');

/** Runs a line as a shell would, `ejournal …`, in this process, and gives its whole output. */
export async function run(line: string, circumstances: Circumstances = {}): Promise<Ran> {
  const [name, ...argv] = wordsOf(line);
  if (name !== 'ejournal') throw new Error(`the line does not call ejournal: ${line}`);
  const [stdout, stderr] = [collecting(), collecting()];
  const { env = {}, clock = () => testMoment, terminal, opened } = circumstances;
  const screen = terminal === undefined ? {} : { isTTY: true, columns: terminal };
  const status = await main(argv, {
    stdin: Object.assign(new PassThrough(), { isTTY: false }),
    stdout: Object.assign(stdout.stream, screen),
    stderr: Object.assign(stderr.stream, screen),
    env,
    clock,
    user: 'tester',
    openFile: async (path) => {
      opened?.(path);
      return opened !== undefined;
    },
    onInterrupt: () => () => undefined,
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** Words with quotes taken off, as a shell does. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

function collecting() {
  const stream = new PassThrough();
  const pieces: Buffer[] = [];
  stream.on('data', (piece) => pieces.push(Buffer.from(piece)));
  return { stream, text: () => Buffer.concat(pieces).toString() };
}

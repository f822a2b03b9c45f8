import type { Database } from 'better-sqlite3';
import { type Call, databaseFile, type GlobalOptions } from './call.js';
import type { CommandModule } from './commands.js';
import type { Difference } from './context.js';
import { hasWritten } from './db/open.js';
import { openSession } from './open-session.js';
import { type ExitStatus, exit, Problem } from './problem.js';
import type { Frame, Output } from './session.js';
import { withClassesAsked } from './tasks/classes-asked.js';
import { refuseUnheard } from './terminal/acts.js';
import { paintsFor } from './terminal/colour.js';
import { makeOutput, type OutputOptions } from './terminal/output.js';
import { variable, type World } from './terminal/world.js';
import { progressing } from './text/progressing.js';
import type { Language } from './text/words.js';

const differenceColumns: (keyof Difference)[] = [
  'file',
  'line',
  'key',
  'column',
  'before',
  'after',
];

/** Runs a command: with its database open where it needs one, its data going where they were asked for. */
export async function runOpened(call: Call): Promise<ExitStatus> {
  const { world, entry, command } = call;
  const options = command.optsWithGlobals<GlobalOptions>();
  const caller = callerOf(call, options);
  const own = command.opts();
  const words = command.processedArgs as never[];
  if (entry.opens === 'none') {
    return speaking(call, options, caller, call.language, async (frame) =>
      heard(command, await entry.load(), words).run(frame, own as never, ...words),
    );
  }
  const { mode } = caller;
  if (entry.writesWith && mode !== 'write' && !own[entry.writesWith]) {
    const option = mode === 'diff' ? '--diff' : '--dry-run';
    throw new Problem('nothingToTry', { option, needed: `--${entry.writesWith}` });
  }
  let { language } = call;
  const isLanguageAsked = Boolean(options.lang ?? variable(world, 'EJOURNAL_LANG'));
  const opened = openSession({
    ...caller,
    opens: entry.writesWith && own[entry.writesWith] ? 'write' : entry.opens,
    wait: options.wait,
    asOf: options.asOf,
    speakIn: (chosen) => {
      if (isLanguageAsked) return;
      language = chosen;
      call.speakIn(chosen);
    },
  });
  try {
    const done = { ...caller, hasWritten: () => hasWritten(opened.context.db) };
    const asked = withClassesAsked(opened.context.db, own);
    return await speaking(call, options, done, language, async (frame) =>
      heard(command, await entry.load(), words).run(
        { ...frame, ...opened.context },
        asked as never,
        ...words,
      ),
    );
  } catch (error) {
    throw error instanceof Problem ? await withLikelyName(opened.context.db, error) : error;
  } finally {
    opened.close();
  }
}

/** The module of a command, all whose options say something to what it is asked to do. */
function heard<S>(command: Call['command'], module: CommandModule<S>, words: readonly never[]) {
  const { acts, actOf = (_options: never, act: string) => act } = module;
  const act = acts && actOf(command.opts() as never, ...words);
  if (acts && act !== undefined) refuseUnheard(command, acts, act);
  return module;
}

/** Loaded only where something is refused. */
async function withLikelyName(db: Database, problem: Problem) {
  const { problemWithLikelyName } = await import('./tasks/likely-name.js');
  return problemWithLikelyName(db, problem);
}

type Caller = Omit<Frame, 'language' | 'text' | 'out' | 'progress'>;

function callerOf({ world, name, words }: Call, options: GlobalOptions): Caller {
  return {
    file: databaseFile(options.db, world),
    clock: world.clock,
    actor: options.actor ?? world.user,
    invocation: { command: name, words },
    mode: options.diff ? 'diff' : options.dryRun ? 'dry-run' : 'write',
    differences: [],
    dialect: options.dialect,
    yes: options.yes === true,
    interactive: world.stderr.isTTY === true && world.stdin.isTTY === true,
    openFile: world.openFile,
    stoppable: (work) => stoppable(world, work),
  };
}

/** Does what a command does, in a language, with a place to speak; a file for its data is whole or not there. */
async function speaking(
  call: Call,
  options: GlobalOptions,
  { hasWritten = () => false, ...caller }: Caller & { hasWritten?: () => boolean },
  language: Language,
  run: (frame: Frame) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const place = options.output === '-' ? undefined : options.output;
  const file = place ? await begun(place, options.yes === true) : undefined;
  try {
    const unknownColumns = async (problem: Problem) => {
      // The work stands: to fail now would say that it was not done.
      if (!hasWritten()) throw problem;
      const { failureLines, failureOf } = await import('./terminal/failure.js');
      const failure = failureOf(problem, (both) => both[language]);
      for (const line of failureLines(failure)) call.world.stderr.write(`${line}\n`);
    };
    const collect = file && ((text: string) => file.write(text));
    const out = await outputOf(call, options, language, { collect, unknownColumns });
    const muted = options.diff === true;
    const status = await run({
      ...caller,
      language,
      text: (both) => both[language],
      progress: (of, total) => out.progress(total, progressing[language][of]),
      out: muted ? { ...out, ...silent } : out,
    });
    if (muted && status !== exit.rejected) await out.rows(differenceColumns, caller.differences);
    file?.commit();
    return status;
  } catch (error) {
    file?.discard();
    throw error;
  }
}

/** Loaded only for `--output`: node:crypto, which names the file before it is whole, takes 10 ms. */
async function begun(path: string, overwrite: boolean) {
  const { beginFile } = await import('./csv/safe-file.js');
  return beginFile(path, { overwrite });
}

async function outputOf(
  { world, name: command }: Call,
  { format, columns, dialect, quiet, color, diff }: GlobalOptions,
  language: Language,
  { collect, unknownColumns }: Pick<OutputOptions, 'collect' | 'unknownColumns'>,
): Promise<Output> {
  const paints = {
    out: await paintsFor(world, world.stdout, color && !collect),
    err: await paintsFor(world, world.stderr, color),
  };
  const asked = {
    ...{ format, columns: diff ? undefined : columns, dialect, quiet: quiet === true },
    ...{ language, command, collect, unknownColumns },
  };
  return makeOutput(world, paints, asked);
}

async function stoppable<T>(world: World, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const goOn = world.onInterrupt(() => controller.abort());
  try {
    return await work(controller.signal);
  } finally {
    goOn();
  }
}

/** Data that nobody asked to see: with `--diff` the differences take their place. */
const silent = {
  rows: async () => undefined,
  wrapped: async () => undefined,
  listed: async () => undefined,
  lists: async () => undefined,
  tree: async () => undefined,
  page: async () => undefined,
  text: async () => undefined,
};

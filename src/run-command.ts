import type { Command } from 'commander';
import type { Call, GlobalOptions } from './call.js';
import type { Difference } from './context.js';
import { openSession } from './open-session.js';
import { type ExitStatus, Problem } from './problem.js';
import type { Frame } from './session.js';
import { paintsFor } from './terminal/colour.js';
import { makeOutput } from './terminal/output.js';
import { variable, type World } from './terminal/world.js';
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
  const options = call.command.optsWithGlobals<GlobalOptions>();
  const file = options.output ? await begun(options.output, options.yes === true) : undefined;
  try {
    const status = await runSpeaking(call, options, file && ((text: string) => file.write(text)));
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

async function runSpeaking(
  call: Call,
  options: GlobalOptions,
  collect: ((text: string) => void) | undefined,
): Promise<ExitStatus> {
  const { world, command, entry, name, words } = call;
  const paints = {
    out: await paintsFor(world, world.stdout, options.color && !collect),
    err: await paintsFor(world, world.stderr, options.color),
  };
  const { format, columns, dialect, quiet = false } = options;
  const muted = options.diff === true;
  const out = makeOutput(world, paints, {
    format,
    columns: muted ? undefined : columns,
    dialect,
    quiet,
    collect,
  });
  const actor = options.actor ?? world.user;
  const frame: Frame = {
    ...spoken(call.language),
    file: options.db ?? variable(world, 'EJOURNAL_DB') ?? 'ejournal.db',
    out: muted ? { ...out, ...silent } : out,
    clock: world.clock,
    actor,
    invocation: { command: name, words },
    mode: options.diff ? 'diff' : options.dryRun ? 'dry-run' : 'write',
    differences: [],
    dialect,
    yes: options.yes === true,
    interactive: world.stderr.isTTY === true && world.stdin.isTTY === true,
    openFile: world.openFile,
    stoppable: (work) => stoppable(world, work),
  };
  const own = command.opts();
  const { mode } = frame;
  if (entry.opens !== 'none' && entry.writesWith && mode !== 'write' && !own[entry.writesWith]) {
    const option = mode === 'diff' ? '--diff' : '--dry-run';
    throw new Problem('nothingToTry', { option, needed: `--${entry.writesWith}` });
  }
  const showDifferences = async () => {
    if (muted) await out.rows(differenceColumns, frame.differences);
  };
  if (entry.opens === 'none') {
    const status = await (await entry.load()).run(frame, own as never, ...argumentsOf(command));
    await showDifferences();
    return status;
  }

  const opened = openSession({
    file: frame.file,
    opens: entry.writesWith && own[entry.writesWith] ? 'write' : entry.opens,
    wait: options.wait,
    asOf: options.asOf,
    clock: world.clock,
    actor,
    invocation: frame.invocation,
    mode: frame.mode,
    differences: frame.differences,
  });
  try {
    const chosen = (options.lang ?? variable(world, 'EJOURNAL_LANG')) ? undefined : opened.language;
    const session = { ...frame, ...opened.context, ...spoken(chosen ?? call.language) };
    const status = await (await entry.load()).run(session, own as never, ...argumentsOf(command));
    await showDifferences();
    return status;
  } finally {
    opened.close();
  }
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

function spoken(language: Language): Pick<Frame, 'language' | 'text'> {
  return { language, text: (both) => both[language] };
}

/** Data that nobody asked to see: with `--diff` the differences take their place. */
const silent = {
  rows: async () => undefined,
  listed: async () => undefined,
  lists: async () => undefined,
  tree: async () => undefined,
  page: async () => undefined,
  text: async () => undefined,
};

const argumentsOf = (command: Command) => command.processedArgs as never[];

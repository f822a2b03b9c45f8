import type { Command as TypedCommand } from '@commander-js/extra-typings';
import { type Command, CommanderError, Option } from 'commander';
import type { Call } from './call.js';
import { givenFor, languageOf, languageOfSchool } from './call-language.js';
import { type CommandEntry, commands } from './commands.js';
import { programVersion } from './package-files.js';
import { type ExitStatus, exit } from './problem.js';
import { dialectChoices, formats } from './terminal/choices.js';
import { filledList, wholeNumber } from './terminal/options.js';
import { JournalCommand, type Speak } from './terminal/program.js';
import { type World, widthOf } from './terminal/world.js';
import { commander } from './text/commander.js';
import { type CommandName, commandList } from './text/commands.js';
import { type Language, languages } from './text/words.js';

/**
 * Runs one command line and returns the exit status; never ends the process. Commands are loaded one
 * at a time, when they are called or asked for help.
 */
export async function main(argv: readonly string[], world: World): Promise<ExitStatus> {
  const words = helpAsked(argv);
  const inFirst = languageOf(words, world);
  const attempt = await call(words, world, inFirst);
  const language = attempt.acted ? undefined : await languageOfSchool(words, world);
  const told = language && language !== inFirst ? await call(words, world, language) : attempt;
  await told.tell();
  return told.status;
}

interface Attempt {
  readonly status: ExitStatus;
  /** Whether it came to a command; else there is only help to be shown, or what is wrong with the call. */
  readonly acted: boolean;
  /** Shows what commander had to say, and waits until it is out. */
  tell(): Promise<void>;
}

/** Reads a command line in a language and does what it says. */
async function call(words: readonly string[], world: World, chosen: Language): Promise<Attempt> {
  let language = chosen;
  const speak: Speak = (both) => both[language] as never;
  const speakIn = (other: Language) => {
    language = other;
  };
  let status: ExitStatus = exit.done;
  let acted = false;
  const said: (() => Promise<void>)[] = [];
  const tell = async () => {
    for (const one of said) await one();
  };
  const say = (stream: 'stdout' | 'stderr', text: string) => {
    said.push(() => new Promise((resolve) => world[stream].write(text, () => resolve())));
  };
  const program = makeProgram({ speak, world, say }, words, async (name, entry, command) => {
    acted = true;
    status = await runCommand({ name, entry, command, words, world, language, speakIn });
  });
  try {
    if (words.length === 0) {
      program.outputHelp({ error: true });
      return { status: exit.usage, acted, tell };
    }
    await program.parseAsync([...words], { from: 'user' });
    return { status, acted, tell };
  } catch (error) {
    return {
      status: await statusOf(error, words, world, speak),
      acted: acted || !isTold(error),
      tell,
    };
  }
}

/** Whether commander has told it: a wrong call, or help. */
const isTold = (error: unknown) =>
  error instanceof CommanderError && error.code !== 'commander.version';

async function statusOf(
  error: unknown,
  words: readonly string[],
  world: World,
  speak: Speak,
): Promise<ExitStatus> {
  if (error instanceof Error && interruptions.includes(error.name)) return exit.interrupted;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
  return failed(error, words, world, speak);
}

/** A question that was left, and work that was stopped. */
const interruptions = ['ExitPromptError', 'AbortPromptError', 'AbortError'];

/** commander's own `help X` knows nothing of a command that is not loaded: it is read as `X --help`. */
function helpAsked(argv: readonly string[]): readonly string[] {
  const at = placeOfCommand(argv);
  if (argv[at] !== 'help') return argv;
  return helpAsked([...argv.slice(0, at), ...argv.slice(at + 1), '--help']);
}

/** Where the first word stands that is no global option and no value of one. */
function placeOfCommand(words: readonly string[]): number {
  let at = 0;
  while (words[at]?.startsWith('-')) at += takesValue.includes(words[at] ?? '') ? 2 : 1;
  return at;
}

/** The global options whose value is the next word; a test holds the list against the help. */
const takesValue = [
  '--db',
  '--lang',
  '--format',
  '--columns',
  '--output',
  '--dialect',
  '--as-of',
  '--actor',
  '--wait',
];

/** The command that is called, where it is one, since to declare sixty takes 2 ms; else all, to be listed. */
function commandsFor(words: readonly string[]): readonly CommandName[] {
  const names = Object.keys(commands) as CommandName[];
  const called = names.filter((name) => name === words[placeOfCommand(words)]);
  return called.length > 0 ? called : names;
}

type Act = (name: CommandName, entry: CommandEntry, command: Command) => Promise<void>;

interface Speaking {
  readonly speak: Speak;
  readonly world: World;
  say(stream: 'stdout' | 'stderr', text: string): void;
}

function makeProgram(
  { speak, world, say: speakOn }: Speaking,
  words: readonly string[],
  act: Act,
): Command {
  const names = commandsFor(words);
  const asJson = asksForJson(words);
  const say = speak(commandList);
  const program = new JournalCommand('ejournal', speak);
  program
    .description(say.purpose)
    .version(programVersion(), '-V, --version', speak(commander).versionOption)
    .configureOutput({
      writeOut: (text) => speakOn('stdout', text),
      writeErr: (text) => speakOn('stderr', text),
      getOutHelpWidth: () => widthOf(world.stdout),
      getErrHelpWidth: () => widthOf(world.stderr),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(asJson ? wrongCall(text) : text),
    });
  program.helpCommand(`help ${speak(commander).terms.command}`, speak(commander).helpCommand);
  addGlobalOptions(program, speak);
  const entries = new Map<Command, readonly [CommandName, CommandEntry]>();
  for (const name of names) {
    const command = program.command(name).summary(say.summaries[name]);
    command.description(say.summaries[name]).helpGroup(say.groups[commands[name].group]);
    entries.set(command, [name, commands[name]]);
  }
  program.hook('preSubcommand', async (_program, command) => {
    const [name, entry] = entries.get(command) ?? [];
    if (name && entry) await load(command, speak, name, entry, act);
  });
  refuseHelpOfNothing(program);
  return program;
}

async function load(
  command: Command,
  speak: Speak,
  name: CommandName,
  entry: CommandEntry,
  act: Act,
) {
  const module = await entry.load();
  const say = speak(commandList).globals;
  module.define(command as unknown as TypedCommand, { text: speak });
  const writes = entry.opens === 'none' ? entry.writes : entry.opens !== 'read' || entry.writesWith;
  if (writes) {
    command.option('--dry-run', say.dryRun).option('--diff', say.diff);
  }
  const examples = speak(module.topic).examples.map(
    ({ does, line }) => `  ${does}:\n    ${line}\n`,
  );
  command.addHelpText('after', `\n${speak(commander).examples}\n${examples.join('')}`.trimEnd());
  command.action(() => act(name, entry, command));
}

function addGlobalOptions(program: Command, speak: Speak): void {
  const { globals: say } = speak(commandList);
  program
    .option(`--db <file>`, say.db)
    .addOption(new Option(`--lang <${languages.join('|')}>`, say.lang).choices(languages))
    .addOption(new Option(`--format <${formats.join('|')}>`, say.format).choices(formats))
    .option(`--columns <list>`, say.columns, filledList(speak))
    .option(`--output <file>`, say.output)
    .addOption(
      new Option(`--dialect <${dialectChoices.join('|')}>`, say.dialect)
        .choices(dialectChoices)
        .default('csv'),
    )
    .option('--no-color', say.color)
    .option('-q, --quiet', say.quiet)
    .option('--debug', say.debug)
    .option(`--as-of <moment>`, say.asOf)
    .option(`--actor <who>`, say.actor)
    .option('-y, --yes', say.yes)
    .option(`--wait <seconds>`, say.wait, wholeNumber(speak, 0, 3600), 60);
}

/** `nosuch --help` would print the general help and succeed. */
function refuseHelpOfNothing(program: Command): void {
  const known = program.outputHelp.bind(program);
  program.outputHelp = (context) => {
    const asked = program.args[0];
    if (
      asked !== undefined &&
      !asked.startsWith('-') &&
      !program.commands.some((c) => c.name() === asked)
    ) {
      (program as Command & { unknownCommand(): never }).unknownCommand();
    }
    known(context as never);
  };
}

async function runCommand(call: Call): Promise<ExitStatus> {
  const { runOpened } = await import('./run-command.js');
  return runOpened(call);
}

/** Who reads data as JSON reads what went wrong so too, as one line on standard error. */
function asksForJson(words: readonly string[]): boolean {
  const format = givenFor('--format', words);
  return format === 'json' || format === 'jsonl';
}

/** What commander says of a wrong call, in the form of a problem: what is wrong, and a line of help. */
function wrongCall(text: string): string {
  const [what = '', ...rest] = text.trim().split('\n');
  const mend = rest.join(' ').replace(/^\((.*)\)$/, '$1');
  return `${JSON.stringify({ problem: 'wrongCall', what, where: '', mend })}\n`;
}

/** Tells what went wrong; the sentences of all problems are loaded only here. */
async function failed(
  error: unknown,
  words: readonly string[],
  world: World,
  speak: Speak,
): Promise<ExitStatus> {
  const { failureLines, failureOf } = await import('./terminal/failure.js');
  const failure = failureOf(error, speak);
  if (asksForJson(words)) {
    const { status: _status, ...told } = failure;
    world.stderr.write(`${JSON.stringify(told)}\n`);
  } else {
    for (const line of failureLines(failure)) world.stderr.write(`${line}\n`);
  }
  if (words.includes('--debug') && error instanceof Error) world.stderr.write(`${error.stack}\n`);
  return failure.status;
}

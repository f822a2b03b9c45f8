import type { Command } from 'commander';
import type { CommandEntry } from './commands.js';
import type { dialectChoices, formats } from './terminal/choices.js';
import { variable, type World } from './terminal/world.js';
import type { CommandName } from './text/commands.js';
import type { Language } from './text/words.js';

/** The options that every command has, before or after its name. */
export interface GlobalOptions {
  db?: string;
  lang?: Language;
  format?: (typeof formats)[number];
  columns?: string[];
  output?: string;
  dialect: (typeof dialectChoices)[number];
  color: boolean;
  quiet?: true;
  debug?: true;
  asOf?: string;
  actor?: string;
  yes?: true;
  wait: number;
  dryRun?: true;
  diff?: true;
}

/** The database of a call, in the order in which it may be named. */
export function databaseFile(named: string | undefined, world: World): string {
  return named ?? variable(world, 'EJOURNAL_DB') ?? 'ejournal.db';
}

/** One call of a command. */
export interface Call {
  readonly name: CommandName;
  readonly entry: CommandEntry;
  readonly command: Command;
  readonly words: readonly string[];
  readonly world: World;
  readonly language: Language;
  /** Is told that the school chose another language, in which failures are then told too. */
  speakIn(language: Language): void;
}

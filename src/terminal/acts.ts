import type { Command, Option } from 'commander';
import { Problem } from '../problem.js';

/**
 * Which options say something to each thing that a command does, by the word or the option that asks for
 * it. An option that stands in none of the lists says something to all.
 */
export type Acts = Readonly<Record<string, readonly string[]>>;

/**
 * Refuses an option that was given and that the act makes no use of: whoever gave it would believe that it
 * was heard.
 * @throws Problem optionSaysNothing
 */
export function refuseUnheard(command: Command, acts: Acts, act: string): void {
  const heard = [act, ...(acts[act] ?? [])];
  const ofSome = new Set([...Object.keys(acts), ...Object.values(acts).flat()]);
  const isUnheard = (name: string) => ofSome.has(name) && !heard.includes(name);
  const unheard = command.options.find(
    (option) => isUnheard(option.attributeName()) && isGiven(command, option),
  );
  if (!unheard) return;
  const flags = new Map(command.options.map((option) => [option.attributeName(), option.long]));
  throw new Problem('optionSaysNothing', {
    option: unheard.long ?? '',
    to: flags.get(act) ?? act,
    known: heard.slice(1).flatMap((name) => flags.get(name) ?? []),
  });
}

const isGiven = (command: Command, option: Option) =>
  command.getOptionValueSource(option.attributeName()) === 'cli';

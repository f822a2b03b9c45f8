import { existsSync } from 'node:fs';
import { databaseFile } from './call.js';
import { variable, type World } from './terminal/world.js';
import { type Language, languages } from './text/words.js';

/** The language of a call before its database is known: asked for, or that of the system. */
export function languageOf(words: readonly string[], world: World): Language {
  const system = ['LC_ALL', 'LC_MESSAGES', 'LANG']
    .map((name) => variable(world, name))
    .find(Boolean);
  const asked = (languageAsked(words, world) ?? system ?? '').toLowerCase();
  return languages.find((language) => asked.startsWith(language)) ?? 'en';
}

const languageAsked = (words: readonly string[], world: World) =>
  givenFor('--lang', words) ?? variable(world, 'EJOURNAL_LANG');

/** The value of a global option, before commander has read the line. */
export function givenFor(option: string, words: readonly string[]): string | undefined {
  const joined = words.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1);
  const at = words.lastIndexOf(option);
  return joined ?? (at >= 0 ? words[at + 1] : undefined);
}

/**
 * The language of the school whose database is named; undefined where another was asked for. The database is
 * opened for it only where there is something to say and no command that says it.
 */
export async function languageOfSchool(
  words: readonly string[],
  world: World,
): Promise<Language | undefined> {
  const file = databaseFile(givenFor('--db', words), world);
  if (languageAsked(words, world) || !existsSync(file)) return undefined;
  const session = await import('./open-session.js');
  return session.languageOfSchool(file);
}

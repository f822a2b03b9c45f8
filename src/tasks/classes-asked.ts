import type { Database } from 'better-sqlite3';
import { classNames } from '../db/classes.js';
import { isClassAsked } from '../rules/class-name.js';

/** The options whose values are classes. */
const options = ['class', 'combine'];

/** A class as the school writes it: `7a` and `7.A` are 7.a, as in files; the text itself where it is none. */
export function classAsked(db: Database, asked: string): string {
  const known = classNames(db);
  return (
    known.find((name) => name === asked) ?? known.find((name) => isClassAsked(name, asked)) ?? asked
  );
}

/** The options of a command, with their classes as the school writes them. */
export function withClassesAsked<O extends object>(db: Database, given: O): O {
  const named = (value: string) => classAsked(db, value);
  const classes = Object.entries(given)
    .filter(([name, value]) => value !== undefined && options.includes(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.map(named) : named(value)]);
  return { ...given, ...Object.fromEntries(classes) };
}

import { Problem } from '../problem.js';

/** What an action of a command cannot do without. @throws Problem optionNeeded */
export function needed<T>(value: T | undefined, option: string): T {
  if (value === undefined) throw new Problem('optionNeeded', { option });
  return value;
}

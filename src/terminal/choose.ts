import { foldLatvian } from '../rules/latvian-order.js';
import { choosing } from '../text/choosing.js';
import { ask } from './confirm.js';
import { printable } from './printable.js';
import type { Speak } from './program.js';

/** Something to choose, and how it is called. */
export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** How it stands beside the question once it is chosen; else by its name. */
  readonly short?: string;
}

/** Asks for one of a few; the one that was said before is offered. */
export async function chooseOne<T>(
  speak: Speak,
  message: string,
  choices: readonly Choice<T>[],
  said?: T,
) {
  const question = {
    ...{ type: 'select', message, choices: shown(choices), pageSize },
    default: said,
  } as const;
  const { answer } = await ask(speak, { answer: question });
  return answer as T;
}

/** Asks for one of many: those whose name holds what is typed, whatever its case and its marks. */
export async function searchOne<T>(speak: Speak, message: string, choices: readonly Choice<T>[]) {
  const source = (term: string | undefined) =>
    shown(choices.filter(({ name }) => foldLatvian(name).includes(foldLatvian(term ?? ''))));
  const question = { type: 'search', message, source, pageSize } as const;
  const { answer } = await ask(speak, { answer: question });
  return answer as T;
}

/** Asks for some of a list, one at least. */
export async function chooseSome<T>(speak: Speak, message: string, choices: readonly Choice<T>[]) {
  const question = {
    ...{ type: 'checkbox', message, choices: shown(choices), pageSize, loop: false },
    validate: (chosen: readonly unknown[]) => chosen.length > 0 || speak(choosing).oneAtLeast,
  } as const;
  const { answer } = await ask(speak, { answer: question });
  return answer as T[];
}

/** Asks for a text; the one that was said before is offered, and an empty one is none. */
export async function typed(
  speak: Speak,
  message: string,
  said: string | undefined,
): Promise<string | undefined> {
  const { answer } = await ask(speak, { answer: { type: 'input', message, default: said } });
  return String(answer).trim() || undefined;
}

const shown = <T>(choices: readonly Choice<T>[]) =>
  choices.map(({ value, name, short = name }) => ({
    value,
    name: printable(name),
    short: printable(short),
  }));

/** So many choices are seen at once. */
const pageSize = 12;

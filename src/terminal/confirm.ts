import { styleText } from 'node:util';
import { Problem } from '../problem.js';
import type { Frame } from '../session.js';
import { choosing } from '../text/choosing.js';
import type { Speak } from './program.js';

/**
 * Asks yes or no on standard error; with `--yes` nobody is asked.
 * @throws Problem cannotAsk, where there is no terminal
 */
export async function confirm(frame: Frame, question: string): Promise<boolean> {
  if (frame.yes) return true;
  if (!frame.interactive) throw new Problem('cannotAsk', { question, option: '--yes' });
  const { answer } = await ask(frame.text, {
    answer: { type: 'confirm', message: question, default: false },
  });
  return answer === true;
}

/** A question of inquirer by the name of its answer; a list shows so many lines at once. */
type Questions = Record<
  string,
  Omit<import('inquirer').Question, 'name'> & { pageSize?: number | undefined }
>;

/**
 * Puts questions on standard error, so that standard output stays for data, in the language of the user.
 * inquirer is loaded here, on use.
 */
export async function ask(speak: Speak, questions: Questions): Promise<Record<string, unknown>> {
  const { default: inquirer } = await import('inquirer');
  const theme = themeOf(speak);
  const themed = Object.entries(questions).map(([name, question]) => [
    name,
    { ...question, theme },
  ]);
  const ended = new AbortController();
  const end = (_name: NodeJS.Signals, number: number) => {
    process.exitCode = 128 + number;
    ended.abort();
  };
  for (const signal of endings) process.on(signal, end);
  try {
    const put = inquirer.createPromptModule({ output: process.stderr, signal: ended.signal });
    return await put(Object.fromEntries(themed));
  } finally {
    for (const signal of endings) process.off(signal, end);
  }
}

/**
 * A question that is ended from outside gives the terminal back as it was, with its cursor. Who listens only
 * once is gone too soon: inquirer ends the process where nobody else listens.
 */
const endings = ['SIGTERM', 'SIGHUP'] as const;

/** inquirer's own words; yes and no are also taken in English, and by their first letters. */
function themeOf(speak: Speak) {
  const { keys, yes, no, yesOrNo, nothingFound } = speak(choosing);
  return {
    keywords: { yes, no, error: () => yesOrNo },
    style: {
      keysHelpTip: (pairs: [key: string, action: string][]) =>
        pairs.map(([key, action]) => `${keys[key] ?? key} ${keys[action] ?? action}`).join(' • '),
      // inquirer's search has no other way to say it.
      error: (text: string) =>
        styleText('red', `> ${text === 'No results found' ? nothingFound : text}`),
    },
  };
}

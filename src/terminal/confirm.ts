import { Problem } from '../problem.js';
import type { Frame } from '../session.js';

/**
 * Asks yes or no on standard error; with `--yes` nobody is asked.
 * @throws Problem cannotAsk, where there is no terminal
 */
export async function confirm(frame: Frame, question: string): Promise<boolean> {
  if (frame.yes) return true;
  if (!frame.interactive) throw new Problem('cannotAsk', { question, option: '--yes' });
  const { answer } = await ask({ answer: { type: 'confirm', message: question, default: false } });
  return answer === true;
}

/** A question of inquirer by the name of its answer; a list shows so many lines at once. */
type Questions = Record<
  string,
  Omit<import('inquirer').Question, 'name'> & { pageSize?: number | undefined }
>;

/** Puts questions on standard error, so that standard output stays for data. inquirer is loaded here, on use. */
export async function ask(questions: Questions): Promise<Record<string, unknown>> {
  const { default: inquirer } = await import('inquirer');
  return inquirer.createPromptModule({ output: process.stderr })(questions);
}

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const program = resolve('bin/ejournal.js');

/** A text to wait for, the keys to press then (or the name of a signal to send), and what somebody else runs before they are pressed. */
export type Step = [wait: string, keys: string, meanwhile?: string[]];

export const keys = { down: '\u001b[B', enter: '\r', space: ' ', interrupt: '\u0003' };

/** Runs the program in a terminal, step by step, and gives all that stood on the screen. */
export function inTerminal(words: string[], steps: Step[]): { screen: string; status: number } {
  const input = steps.map(([wait, pressed, meanwhile]) =>
    meanwhile ? [wait, pressed, ['node', program, ...meanwhile]] : [wait, pressed],
  );
  const line = ['test/support/in_terminal.py', 'node', program, ...words];
  const output = execFileSync('python3', line, { input: JSON.stringify(input), encoding: 'utf8' });
  return JSON.parse(output);
}

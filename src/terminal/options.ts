import { InvalidArgumentError } from 'commander';
import { optionValues } from '../text/option-values.js';
import type { Speak } from './program.js';

/** Reads a whole number from one to another, both included. */
export function wholeNumber(speak: Speak, least: number, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(speak(optionValues).number(least, most));
  };
}

/** Reads values joined by commas; blanks around them do not count. */
export function list(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

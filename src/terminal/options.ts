import { InvalidArgumentError } from 'commander';
import { lastPeriod, schoolYearsKept } from '../rules/bounds.js';
import { tidyText } from '../rules/tidy-text.js';
import { optionValues } from '../text/option-values.js';
import type { Speak } from './program.js';

/** Reads what is kept as it is written: not nothing, and without blanks around it. */
export function filledText(speak: Speak) {
  return (value: string): string => {
    const tidy = tidyText(value);
    if (tidy === '') throw new InvalidArgumentError(speak(optionValues).empty);
    return tidy;
  };
}

/** Reads where papers are written: a place with a name, and no standard output. */
export function place(speak: Speak) {
  return (value: string): string => {
    if (value.trim() !== '' && value !== '-') return value;
    throw new InvalidArgumentError(speak(optionValues).place);
  };
}

/** Reads a whole number from one to another, both included. */
export function wholeNumber(speak: Speak, least: number, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(speak(optionValues).number(least, most));
  };
}

/** Reads a school year by its first calendar year. */
export const schoolYear = (speak: Speak) =>
  wholeNumber(speak, schoolYearsKept.first, schoolYearsKept.last);

/** Reads the number of a lesson. */
export const lessonNumber = (speak: Speak) => wholeNumber(speak, 0, lastPeriod);

/** Reads numbers of lessons, see `wholeNumbers`. */
export const lessonNumbers = (speak: Speak) => wholeNumbers(speak, 0, lastPeriod);

/** Reads values joined by commas, each once; blanks around them do not count. */
export function list(value: string): string[] {
  const items = value.split(',').map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}

/** The same, at least one of them. */
export function filledList(speak: Speak) {
  return (value: string): string[] => {
    const items = list(value);
    if (items.length === 0) throw new InvalidArgumentError(speak(optionValues).empty);
    return items;
  };
}

/** Reads numbers and runs of numbers, each from one to another: `1,3`, `1-4,6`. */
export function wholeNumbers(speak: Speak, least: number, most: number) {
  return (value: string): number[] => {
    const numbers = new Set<number>();
    for (const part of list(value)) {
      const run = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part);
      const [first, last] = [Number(run?.[1]), Number(run?.[2] ?? run?.[1])];
      if (!run || first < least || last > most || last < first) {
        throw new InvalidArgumentError(speak(optionValues).numbers(least, most));
      }
      for (let number = first; number <= last; number += 1) numbers.add(number);
    }
    if (numbers.size === 0)
      throw new InvalidArgumentError(speak(optionValues).numbers(least, most));
    return [...numbers].sort((a, b) => a - b);
  };
}

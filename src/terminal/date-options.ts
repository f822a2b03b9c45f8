import { InvalidArgumentError } from 'commander';
import { type CivilDate, monthSpan, parseCivilDate, weekSpan } from '../rules/civil-date.js';
import { optionValues } from '../text/option-values.js';
import type { Speak } from './program.js';

/** Reads a day: `2015-09-01`, `01.09.2015`. */
export function date(speak: Speak) {
  return (value: string): CivilDate => {
    const day = parseCivilDate(value);
    if (day === undefined) throw new InvalidArgumentError(speak(optionValues).date);
    return day;
  };
}

/** Reads a month: `2015-10`. */
export function month(speak: Speak) {
  return (value: string): string => {
    if (!monthSpan(value)) throw new InvalidArgumentError(speak(optionValues).month);
    return value;
  };
}

/** Reads a week: `2015-W40`. */
export function week(speak: Speak) {
  return (value: string): string => {
    if (!weekSpan(value)) throw new InvalidArgumentError(speak(optionValues).week);
    return value;
  };
}

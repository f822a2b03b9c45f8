import { InvalidArgumentError } from 'commander';
import { type Condition, readCondition } from '../rules/conditions.js';
import { clauses, isPartOf } from '../rules/duties/duty.js';
import { optionValues } from '../text/option-values.js';
import type { Speak } from './program.js';

/** Reads conditions on columns, `working_days_late>5`; given several times, all of them must hold. */
export function conditions(speak: Speak) {
  return (text: string, before: Condition[] | undefined): Condition[] => {
    const condition = readCondition(text);
    if (!condition) throw new InvalidArgumentError(speak(optionValues).condition);
    return [...(before ?? []), condition];
  };
}

/** Reads a clause that has a deadline, or the beginning of several: `4.1`, `4.2`. */
export function clause(speak: Speak) {
  return (text: string): string => {
    const named = text.replace(/\.$/, '');
    if (clauses.some((one) => isPartOf(one, named))) return named;
    throw new InvalidArgumentError(speak(optionValues).clause(clauses));
  };
}

import { parseCivilDate } from './civil-date.js';
import { parseMoment } from './school-time.js';

/** A comparison of a column of the output with a value, `working_days_late>5`. */
export interface Condition {
  readonly column: string;
  readonly operator: (typeof operators)[number];
  readonly value: string;
}

/** The longer ones first: `>=` is not `>` with `=` behind it. `~` means: contains, whatever the case. */
const operators = ['!=', '>=', '<=', '=', '>', '<', '~'] as const;
const written = /^\s*([a-z_]+)\s*(!=|>=|<=|=|>|<|~)\s*((?![=<>~]).*?)\s*$/s;

/** Reads a condition; undefined where the text is none. */
export function readCondition(text: string): Condition | undefined {
  const [, column, operator, value] = written.exec(text) ?? [];
  const known = operators.find((one) => one === operator);
  return column && known ? { column, operator: known, value: value ?? '' } : undefined;
}

/** What a column holds; where there are only some words, these. */
export type ColumnKind = 'number' | 'day' | 'moment' | 'text' | readonly string[];

/** What can be compared with a column of a kind, by its name. */
export const kindName = (kind: ColumnKind) =>
  typeof kind === 'string' ? kind : ('words' as const);

/**
 * The condition with its value written as the column has it; undefined where the value is nothing that
 * the column could be, so that no row would ever be found. A year or a month comes before its days.
 */
export function comparable(
  condition: Condition,
  kind: ColumnKind,
  zone: string,
): Condition | undefined {
  const { operator, value } = condition;
  const isEquality = operator === '=' || operator === '!=';
  if (operator === '~' || kind === 'text' || (isEquality && value === '')) return condition;
  if (typeof kind !== 'string') {
    return !isEquality || kind.includes(value) ? condition : undefined;
  }
  if (kind === 'number') return isNumber(value) ? condition : undefined;
  if (!isEquality && beginningOfDays.test(value)) return condition;
  const day = parseCivilDate(value);
  const written =
    kind === 'moment' ? (parseMoment(value, zone) ?? (isEquality ? undefined : day)) : day;
  return written === undefined ? undefined : { ...condition, value: written };
}

const beginningOfDays = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** Whether a row is as the condition says: numbers are compared as numbers, all else as text; null is ''. */
export function holds(row: Readonly<Record<string, unknown>>, condition: Condition): boolean {
  const value = textOf(row[condition.column]);
  if (condition.operator === '~') {
    return value.toLowerCase().includes(condition.value.toLowerCase());
  }
  const order = compared(value, condition.value);
  switch (condition.operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('+') : String(value);
}

function compared(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  return a === b ? 0 : a < b ? -1 : 1;
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

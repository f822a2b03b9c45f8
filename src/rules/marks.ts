const points = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** What can stand in a journal cell: points; i, ni = pass, fail; nv = work still owed; n = was absent. */
export const markValues = [...points, 'i', 'ni', 'nv', 'n'] as const;
export type MarkValue = (typeof markValues)[number];

/** What can stand for a term; atb = exempt. */
export const termValues = [...points, 'i', 'ni', 'nv', 'atb'] as const;

export const workKinds = ['test', 'quiz', 'homework', 'classwork'] as const;
export type WorkKind = (typeof workKinds)[number];

export const scales = ['points', 'pass'] as const;
export type Scale = (typeof scales)[number];

/** Whether a value can stand in a work of a scale: nv (work still owed) and n (was away) stand in both. */
export function fitsScale(value: MarkValue, scale: Scale): boolean {
  if (value === 'nv' || value === 'n') return true;
  return isPoints(value) === (scale === 'points');
}

/** Whether a value is a mark from 1 to 10. */
export function isPoints(value: string): boolean {
  return points.some((point) => point === value);
}

/** Whether a value is a mark: nv says that work is owed, n that the student was away. */
export function isMark(value: MarkValue): boolean {
  return value !== 'nv' && value !== 'n';
}

/**
 * The mean of all marks in points, text with two decimals rounded half up; null where there are none.
 * Nothing else is a mark: nv says that work is owed, n that the student was away.
 */
export function average(values: readonly string[]): string | null {
  const marks = values.filter(isPoints).map(Number);
  if (marks.length === 0) return null;
  const sum = marks.reduce((total, mark) => total + mark, 0);
  return meanText(sum, marks.length);
}

/** A mean of whole numbers as text, with two decimals rounded half up. */
export function meanText(sum: number, weight: number): string {
  const hundredths = Math.floor((sum * 200 + weight) / (2 * weight));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** 4 is the lowest sufficient mark in points (Nr. 591/2015; Nr. 11/2022). */
export const lowestSufficient = 4;

/** Whether a value says that something is not learnt or not done: too few points, fail, work owed. */
export function isInsufficient(value: string): boolean {
  if (isPoints(value)) return Number(value) < lowestSufficient;
  return value === 'ni' || value === 'nv';
}

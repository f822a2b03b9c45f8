import { Problem } from '../../problem.js';

/**
 * The mark of each student, by register number, in the order in which they were named; the same one twice
 * is one.
 * @throws Problem markedTwice, where a student would have two different ones
 */
export function oneMarkEach<V extends string>(
  named: Iterable<readonly [registerNo: string, value: V]>,
): ReadonlyMap<string, V> {
  const marks = new Map<string, V>();
  for (const [registerNo, value] of named) {
    const first = marks.get(registerNo) ?? value;
    if (first !== value) throw new Problem('markedTwice', { registerNo, values: [first, value] });
    marks.set(registerNo, value);
  }
  return marks;
}

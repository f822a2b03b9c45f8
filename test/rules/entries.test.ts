import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byMoment, type Entry, standing } from '../../src/rules/entries.js';

const moment = fc.integer({ min: 0, max: 9 }).map((minute) => `2015-09-01T10:0${minute}:00Z`);
/** Entries as they were recorded: in any order of moments, each with a place of its own. */
const entries = fc
  .array(moment, { maxLength: 60 })
  .map((moments): Entry[] => moments.map((recorded_at, order) => ({ recorded_at, order })));

test('entries have one order, by their moments and then by their rows, in whatever order they come', () => {
  const anyOrder = entries.chain((all) =>
    fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
  );
  fc.assert(
    fc.property(anyOrder, (all) => {
      const inOrder = [...all].sort(byMoment);
      const keys = inOrder.map(({ recorded_at, order }) => recorded_at + String(order + 100));
      expect(keys).toEqual([...keys].sort());
      expect(inOrder.at(-1)).toBe(standing(all));
    }),
  );
});

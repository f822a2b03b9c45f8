import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quickenStyles } from '../../src/documents/pdfmake-styles.js';

interface Stack {
  push(style: unknown): void;
  pop(howMany?: number): void;
  getProperty(property: string): unknown;
}

interface StackClass {
  new (styles: object, defaultStyle: object): Stack;
  getStyleProperty(node: object, stack: Stack, property: string, other: unknown): unknown;
}

const require = createRequire(import.meta.url);
const place = require.resolve('pdfmake/js/StyleContextStack.js');

/** pdfmake's own class as it comes, beside the quickened one that pdfmake itself will use. */
function bothClasses(): { own: StackClass; quick: StackClass } {
  const own = (require(place) as { default: StackClass }).default;
  delete require.cache[place];
  quickenStyles();
  return { own, quick: (require(place) as { default: StackClass }).default };
}

const { own, quick } = bothClasses();
const property = fc.constantFrom('bold', 'fontSize', 'color', 'alignment', 'noWrap');
const name = fc.constantFrom('head', 'note', 'total', 'nowhere');
const values = fc.dictionary(property, fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)), {
  noNullPrototype: true,
});
const style = fc.oneof(
  values,
  fc
    .tuple(values, fc.subarray(['note', 'total']))
    .map(([own, parents]) => ({ ...own, extends: parents })),
);
const dictionary = fc.record({ head: style, note: values, total: values });
const node = fc.oneof(
  values,
  fc
    .tuple(values, fc.oneof(name, fc.array(name, { maxLength: 2 })))
    .map(([own, style]) => ({ ...own, style })),
);
const step = fc.oneof(
  fc.record({ push: fc.oneof(values, name) }),
  fc.record({ pop: fc.nat(2) }),
  fc.record({ ask: property, of: node }),
);

test('styles are answered as pdfmake answers them, whatever is put on and taken off', () => {
  fc.assert(
    fc.property(dictionary, values, fc.array(step, { maxLength: 30 }), (styles, base, steps) => {
      const [slow, fast] = [new own(styles, base), new quick(styles, base)];
      for (const one of steps) {
        if ('push' in one) for (const stack of [slow, fast]) stack.push(one.push);
        else if ('pop' in one) for (const stack of [slow, fast]) stack.pop(one.pop);
        else {
          expect(fast.getProperty(one.ask)).toEqual(slow.getProperty(one.ask));
          expect(quick.getStyleProperty(one.of, fast, one.ask, 'other')).toEqual(
            own.getStyleProperty(one.of, slow, one.ask, 'other'),
          );
        }
      }
    }),
    { numRuns: 2000 },
  );
});

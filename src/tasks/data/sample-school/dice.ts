/** Chance that is the same for the same name, whatever else was thrown before. */
export interface Dice {
  /** From 0 up to 1, 1 not included. */
  next(): number;
  /** Both included. */
  between(least: number, most: number): number;
  often(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** Dice of one name: FNV-1a makes the seed of the name, SplitMix32 the numbers. */
export function dice(...name: readonly (string | number)[]): Dice {
  let state = seedOf(name.join('|'));
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    often: (share) => next() < share,
    pick: (from) => {
      const found = from[between(0, from.length - 1)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}

function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

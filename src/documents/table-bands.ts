interface Heading {
  readonly [field: string]: unknown;
}

/** A heading with its place in the whole list, from 0. */
type Placed = Heading & { readonly place: number };

/**
 * Folds a table that is too wide: its headings, each over as many columns as its list `field` is long,
 * in as few bands of at most `most` columns as they need, and those as even as they can be.
 */
export function tableBands(headings: readonly Heading[], field: string, most: number): Placed[][] {
  if (!Array.isArray(headings)) throw new Error('bands(list, field, most): list is not a list');
  const placed = headings.map((heading, place) => ({ ...heading, place }));
  const widthOf = (heading: Heading) => [heading[field]].flat().length;
  const widest = placed.map(widthOf).reduce((a, b) => Math.max(a, b), 0);
  const fewest = bandsOf(placed, widthOf, most);
  for (let limit = widest; limit < most; limit += 1) {
    const bands = bandsOf(placed, widthOf, limit);
    if (bands.length === fewest.length) return bands;
  }
  return fewest;
}

function bandsOf(
  headings: readonly Placed[],
  widthOf: (heading: Heading) => number,
  limit: number,
): Placed[][] {
  const bands: Placed[][] = [];
  let room = 0;
  for (const heading of headings) {
    room -= widthOf(heading);
    if (room >= 0) bands.at(-1)?.push(heading);
    else {
      bands.push([heading]);
      room = limit - widthOf(heading);
    }
  }
  return bands;
}

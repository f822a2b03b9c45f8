/** A field whose value is not what it was; lists and maps are told field by field. */
export interface FieldDifference {
  /** The way to it: `subjects.MAT.average`. */
  field: string;
  before: string | null;
  after: string | null;
}

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/**
 * What differs between two values of JSON, in the order of their fields. The items of a list are matched
 * by their first field where that tells them apart, else the list is told as a whole: what went, what came.
 */
export function fieldDifferences(before: unknown, after: unknown): FieldDifference[] {
  return [...differences('', before as Json, after as Json)];
}

function* differences(field: string, before: Json, after: Json): Generator<FieldDifference> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const [old, now] = [named(before), named(after)];
  if (old && now) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const way = field === '' ? key : `${field}.${key}`;
      yield* differences(way, old[key] ?? null, now[key] ?? null);
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    const [gone, come] = [without(before, after), without(after, before)];
    yield { field, before: said(gone), after: said(come) };
  } else {
    yield { field, before: said(before), after: said(after) };
  }
}

/** A map as it is; a list whose items tell themselves apart by their first field as a map by it. */
function named(value: Json): Readonly<Record<string, Json>> | undefined {
  if (!Array.isArray(value)) {
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, Json>>)
      : undefined;
  }
  const keys = value.map((item) => firstField(item));
  if (keys.includes(undefined) || new Set(keys).size < keys.length) return undefined;
  return Object.fromEntries(value.map((item, place) => [keys[place] ?? '', item]));
}

function firstField(item: Json): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const [first] = Object.values(item);
  return typeof first === 'string' ? first : undefined;
}

/** The items of a list that another does not have, each as often as it is more there. */
function without(list: readonly Json[], other: readonly Json[]): Json[] {
  const left = other.map((item) => JSON.stringify(item));
  return list.filter((item) => {
    const at = left.indexOf(JSON.stringify(item));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function said(value: Json): string | null {
  if (value === null) return null;
  if (Array.isArray(value)) {
    return value.length === 0 ? null : value.map((item) => said(item) ?? '').join('; ');
  }
  if (typeof value !== 'object') return String(value);
  return Object.values(value)
    .flatMap((part) => said(part) ?? [])
    .join(' ');
}

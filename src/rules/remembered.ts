/**
 * The same function, which reckons every answer once; when it remembers `most` of them, it forgets them
 * and begins anew. The answer `undefined` is not remembered: it is reckoned again.
 */
export function remembered<K, V>(
  reckon: (key: K) => V,
  most = Number.POSITIVE_INFINITY,
): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = reckon(key);
      if (known.size >= most) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

/** The same for what is reckoned of two things. */
export function rememberedOfTwo<A, B, V>(reckon: (one: A, other: B) => V): (one: A, other: B) => V {
  const ofOne = remembered((one: A) => remembered((other: B) => reckon(one, other)));
  return (one, other) => ofOne(one)(other);
}

/** The same for what is reckoned of an object: it is forgotten with the object. */
export function rememberedOf<K extends object, V>(reckon: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = reckon(key);
      known.set(key, value);
    }
    return value;
  };
}

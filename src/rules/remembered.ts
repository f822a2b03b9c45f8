/** The same function, which reckons every answer only once. */
export function remembered<K, V>(reckon: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = reckon(key);
      known.set(key, value);
    }
    return value;
  };
}

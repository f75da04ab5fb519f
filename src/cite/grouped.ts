/** What has the same key, in its order. */
export function grouped<Each>(
  all: Iterable<Each>,
  by: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const found = new Map<string, Each[]>()
  for (const each of all) {
    const key = by(each)
    const list = found.get(key)
    if (list) list.push(each)
    else found.set(key, [each])
  }
  return found
}

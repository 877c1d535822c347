/** The values that were counted most often, at most so many; null counts as none. Equal ones in the order of their letters. */
export function mostFrequent(
  counted: Iterable<readonly [value: string | null, count: number]>,
  most: number,
): string[] {
  const counts = new Map<string, number>();
  for (const [value, count] of counted)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.slice(0, most).map(([value]) => value);
}

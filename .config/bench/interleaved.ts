/** Best time of each contender in milliseconds, measured by turns so that a busy moment hits all alike. */
export function bestTimes<Name extends string>(
  contenders: Readonly<Record<Name, () => number>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(contenders) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      checksum += contenders[name]();
      best[name] = Math.min(best[name], performance.now() - start);
    }
  }
  return best;
}

/** What the contenders found: read, so that no compiler drops their work. */
export let checksum = 0;

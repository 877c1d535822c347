/** Candidates of a small matching: `cost[attempt][event]`, undefined where the event is no candidate. */
export type Costs = readonly (readonly (number | undefined)[])[];

/**
 * By trying every one-to-one assignment: what each attempt has in the best ones (most pairs, then least cost). null
 * among them: without event. An oracle for small cases; the work grows with the factorial.
 */
export function everyBestAssignment(costs: Costs): ReadonlySet<number | null>[] {
  const nothing = () => costs.map(() => new Set<number | null>());
  let best = { pairs: -1, cost: 0, found: nothing() };
  const given: (number | null)[] = [];
  const visit = (pairs: number, cost: number): void => {
    const row = costs[given.length];
    if (row === undefined) {
      const order = best.pairs - pairs || cost - best.cost;
      if (order < 0) best = { pairs, cost, found: nothing() };
      if (order <= 0) given.forEach((event, i) => void best.found[i]?.add(event));
      return;
    }
    for (const [event, own] of [...row.entries(), [null, 0] as const]) {
      if (own === undefined || (event !== null && given.includes(event))) continue;
      given.push(event);
      visit(pairs + (event === null ? 0 : 1), cost + own);
      given.pop();
    }
  };
  visit(0, 0);
  return best.found;
}

import type { BadDay } from "./start-bad-day";

const FOREVER = 8.64e15;

/** Ids of what the authenticators wrote in the range, delivered or not. */
export function linesOf(
  { sandbox }: BadDay,
  clusters: readonly string[],
  range: { readonly from: number; readonly to: number },
): string[] {
  const lines = clusters.flatMap((cluster) =>
    sandbox.world.lines(cluster, { from: range.from, to: range.to - 1 }, FOREVER),
  );
  return lines.filter(({ stream }) => stream.startsWith("authenticator-")).map(({ eventId }) => eventId);
}

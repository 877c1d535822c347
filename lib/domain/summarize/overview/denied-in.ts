import type { DenialCount } from "./denial-burst";

/** How many denials these are. */
export function deniedIn(counts: readonly Pick<DenialCount, "denied">[]): number {
  return counts.reduce((sum, { denied }) => sum + denied, 0);
}

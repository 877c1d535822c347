/**
 * A size of a long test: at the gate (`npm test`) the smallest at which it still fails for its reason, else the one the facts
 * ask for (`npm run full-size`; facts: security §5, "how big").
 */
export function sized(gate: number, full: number): number {
  return process.env.GATEBOOK_FULL_SIZE === "1" ? full : gate;
}

import type { HostileValue } from "./create-hostile-values";

/** The next text each time it is asked; begins again at the end. */
export function takeInTurn(values: readonly HostileValue[]): () => string {
  let turn = 0;
  return () => values[turn++ % values.length]?.text ?? "";
}

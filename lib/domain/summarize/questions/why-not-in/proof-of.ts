import type { Proof } from "../../../explain/questions/answer-step";

/** An attempt as a proof. */
export function proofOf({ id, timeMs }: Pick<Proof, "id" | "timeMs">): Proof {
  return { kind: "attempt", id, timeMs };
}

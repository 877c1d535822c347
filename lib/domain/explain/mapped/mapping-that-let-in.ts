import type { KubernetesIdentity } from "../../correlate/attempt";
import { mapIdentity } from "../mapping/map-identity";
import type { MappedCaller } from "../mapping/mapped-caller";
import type { MappingGranted } from "../mapping/mapping-decision";
import type { OpenBackEnd } from "../mapping/open-back-end";
import { isSameIdentity } from "./explain-mapping";

/** The mapping by which somebody came in as he did; null = these mappings turn him away, or make somebody else of him. */
export function mappingThatLetIn(
  caller: MappedCaller,
  came: Pick<KubernetesIdentity, "username" | "groups">,
  backEnds: readonly OpenBackEnd[],
): MappingGranted | null {
  const decision = mapIdentity(caller, backEnds);
  return decision.outcome === "granted" && isSameIdentity(came, decision) ? decision : null;
}

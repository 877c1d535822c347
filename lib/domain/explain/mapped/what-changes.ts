import type { KnownConfiguration } from "../configuration/known-configuration";
import { mappingsOf } from "../configuration/open-known";
import type { MappedCaller } from "../mapping/mapped-caller";
import { mapIdentity } from "../mapping/map-identity";
import type { MappingDecision } from "../mapping/mapping-decision";
import { openConfiguration } from "../mapping/open-configuration";

/** A caller whom a changed configuration would treat otherwise. */
export interface AccessChange<C extends MappedCaller = MappedCaller> {
  readonly kind: "loses" | "gains" | "changes";
  readonly caller: C;
  readonly before: MappingDecision;
  readonly after: MappingDecision;
}

const KINDS = ["loses", "gains", "changes"];

/** Whose access another configuration changes: first who loses it, then who gains it, then whose identity is another. */
export function whatChanges<C extends MappedCaller>(
  callers: readonly C[],
  before: KnownConfiguration,
  after: KnownConfiguration,
): AccessChange<C>[] {
  const [was, is] = [openConfiguration(mappingsOf(before)), openConfiguration(mappingsOf(after))];
  return callers
    .flatMap((caller) => {
      const [old, next] = [mapIdentity(caller, was), mapIdentity(caller, is)];
      const kind = kindOf(old, next);
      return kind === null ? [] : [{ kind, caller, before: old, after: next }];
    })
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

function kindOf(before: MappingDecision, after: MappingDecision): AccessChange["kind"] | null {
  if (before.outcome === "denied") return after.outcome === "denied" ? null : "gains";
  if (after.outcome === "denied") return "loses";
  const identity = ({ username, groups }: typeof before) => JSON.stringify([username, [...groups].sort()]);
  return identity(before) === identity(after) ? null : "changes";
}

import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { callerOfArn } from "../mapping/caller-of-arn";
import { mapIdentity } from "../mapping/map-identity";
import type { MappedCaller } from "../mapping/mapped-caller";
import type { MappingDecision } from "../mapping/mapping-decision";
import type { OpenBackEnd } from "../mapping/open-back-end";
import { INSTANCE_NAME } from "../mapping/render-template";

/** What becomes of somebody with an entry's principal, whichever entry decides. */
export interface EntryDecision {
  /** A session that stands for any. */
  readonly caller: MappedCaller;
  readonly decision: MappingDecision;
}

const INSTANCE = "i-00000000000000000";

/** null: no principal has such an ARN. */
export function decisionOfEntry(
  { arn, username, groups, userId }: MappingEntry,
  backEnds: readonly OpenBackEnd[],
): EntryDecision | null {
  const isOfInstance = [username, ...groups].some((text) => text.includes(INSTANCE_NAME));
  const named = callerOfArn(arn, isOfInstance ? INSTANCE : "session");
  if (named === null) return null;
  const caller = { ...named, userId: userId ?? "" };
  return { caller, decision: mapIdentity(caller, backEnds) };
}

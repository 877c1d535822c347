import { MINUTE_MS } from "../../time/durations";
import type { EpochMs } from "../../time/time-range";
import type { MappingChange } from "./denial-burst";

/** Tokens are asked for anew every quarter of an hour, so that is about when a change is felt. */
const FELT_WITHIN_MS = 30 * MINUTE_MS;
/** The authenticator follows aws-auth at once; its clock and the audit log's may differ. */
const CLOCKS_MS = 2_000;

/** Parts that decide whether somebody has a mapping. */
const PARTS: readonly string[] = ["aws-auth", "access-entries", "access-entry", "access-file", "mode"];

/**
 * The change to the mappings that may have caused a denial: of the half hour before it. That the authenticator complains
 * of aws-auth tells more than that it was edited, so it wins, with the author of the edit just before; else the newest.
 * null = there was none.
 */
export function changeBefore(changes: readonly MappingChange[], deniedMs: EpochMs): MappingChange | null {
  const near = changes
    .filter(({ part, kind, timeMs }) => {
      const waited = deniedMs - timeMs;
      return PARTS.includes(part) && kind !== "created" && waited >= -CLOCKS_MS && waited <= FELT_WITHIN_MS;
    })
    .sort((a, b) => b.timeMs - a.timeMs);
  const broken = near.find(({ kind }) => kind === "broken");
  return broken === undefined ? (near[0] ?? null) : { ...broken, by: broken.by ?? editorOf(broken, changes) };
}

/** The authenticator sees an edit within seconds, and cannot tell who made it. */
function editorOf(broken: MappingChange, changes: readonly MappingChange[]): MappingChange["by"] {
  const edits = changes
    .filter(({ part, kind, timeMs }) => {
      const waited = broken.timeMs - timeMs;
      return part === "aws-auth" && kind !== "broken" && waited >= -CLOCKS_MS && waited <= MINUTE_MS;
    })
    .sort((a, b) => b.timeMs - a.timeMs);
  return edits[0]?.by ?? null;
}

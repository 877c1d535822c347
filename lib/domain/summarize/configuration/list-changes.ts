import type { ClusterHistory } from "../../correlate/configuration/cluster-history";
import type { ItemRevision, StoredMark } from "../../correlate/configuration/item-revision";
import type { MarkPart } from "../../parse/configuration-marks/configuration-mark";
import type { ConfigurationChange } from "./configuration-change";
import { diffLines } from "./line-diff";

type Change = Omit<ConfigurationChange, "effects" | "origin">;

/** All changes that are known of a cluster's configuration, newest first. */
export function listChanges(history: ClusterHistory): Change[] {
  return [
    ...changesOf("aws-auth", "", history.awsAuth),
    ...changesOf("mode", "", history.mode),
    ...ofEach("access-entry", history.entries),
    ...ofEach("access-policy", history.policies),
    ...changesOf("rbac", "", history.rbac),
    ...history.rbacWrites.map((mark) => toMarkChange("written", mark)),
    ...firstOfBurst(history.broken).map((mark) => toMarkChange("broken", mark)),
  ].sort((a, b) => b.timeMs - a.timeMs);
}

function ofEach(part: MarkPart, items: ReadonlyMap<string, readonly ItemRevision[]>): Change[] {
  return [...items].flatMap(([key, revisions]) => changesOf(part, key, revisions));
}

/** What is first known of an item is no change; what ends and begins again is two. */
function changesOf(part: MarkPart, key: string, revisions: readonly ItemRevision[]): Change[] {
  return revisions.flatMap((revision, i) => {
    const before = revisions[i - 1];
    const { fromMs, isFromKnown, by } = revision;
    if (before === undefined || fromMs === null || isSame(before, revision)) return [];
    return [
      {
        kind: kindOf(before, revision),
        part,
        key,
        timeMs: fromMs,
        isTimeKnown: isFromKnown,
        afterMs: before.lastMs,
        by: by?.by ?? null,
        evidence: by?.evidence ?? null,
        diff: diffOf(part, before, revision),
        message: null,
      },
    ];
  });
}

function isSame(a: ItemRevision, b: ItemRevision): boolean {
  if (a.state.kind !== "value" || b.state.kind !== "value") return a.state.kind === b.state.kind;
  return a.state.value === b.state.value;
}

function kindOf(before: ItemRevision, after: ItemRevision): Change["kind"] {
  if (after.state.kind === "none") return "removed";
  return before.state.kind === "none" ? "created" : "changed";
}

function diffOf(part: MarkPart, before: ItemRevision, after: ItemRevision): Change["diff"] {
  if (before.state.kind === "unknown" || after.state.kind === "unknown") return null;
  return diffLines(textOf(part, before), textOf(part, after));
}

function textOf(part: MarkPart, { state }: ItemRevision): string {
  if (state.kind !== "value") return "";
  return part === "aws-auth" || part === "mode"
    ? state.value
    : JSON.stringify(JSON.parse(state.value), null, 2);
}

function toMarkChange(kind: Change["kind"], { part, key, timeMs, by, evidence, value }: StoredMark): Change {
  const message = kind === "broken" ? value : null;
  return { kind, part, key, timeMs, isTimeKnown: true, afterMs: null, by, evidence, diff: null, message };
}

const BURST_MS = 60_000;

/** Each instance says the same, in several lines. */
function firstOfBurst(marks: readonly StoredMark[]): StoredMark[] {
  return marks.filter((mark, i) => {
    const before = marks[i - 1];
    return before === undefined || mark.timeMs - before.timeMs > BURST_MS;
  });
}

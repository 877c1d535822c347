import type { KnownConfiguration } from "../configuration/known-configuration";
import type { MappedCaller } from "../mapping/mapped-caller";
import { entriesOf } from "../mapping/entries-of";
import { type NearMiss, type NearMissKind, nearMisses } from "../mapping/near-miss";
import type { ClusterMappings } from "../mapping/open-configuration";
import type { NotMappedCode } from "../reasons/registry";
import { accessEntryOf } from "./access-entry-of";
import type { NotMappedReason } from "./not-mapped-reason";

/** Entries that were probably meant for the caller. Of the hidden ones, which nobody can write, only the creator's may be. */
export function entryReasons(
  caller: MappedCaller,
  mappings: ClusterMappings,
  { accessEntries }: KnownConfiguration,
): NotMappedReason[] {
  return nearMisses(caller, entriesOf(mappings))
    .filter(isTold)
    .map((miss) => {
      const { backEnd, entry } = miss;
      const accessEntry = backEnd === "DynamicFile" ? accessEntryOf(entry, accessEntries) : null;
      return { code: codeOf(miss), backEnd, entry, place: entry.place, accessEntry, mistake: null };
    });
}

function isTold({ kind, backEnd }: NearMiss): boolean {
  return backEnd !== "MountedFile" || kind === "sso-suffix";
}

const CODES: Readonly<Record<Exclude<NearMissKind, "not-read">, NotMappedCode>> = {
  "role-path": "role-path-in-aws-auth",
  "session-arn": "session-arn-in-aws-auth",
  blank: "arn-with-blank",
  wildcard: "arn-with-wildcard",
  "sso-suffix": "sso-suffix-changed",
  "sso-suffix-missing": "sso-suffix-missing",
  "user-path": "user-path-differs",
  "other-kind": "entry-for-other-kind",
  "other-account": "entry-for-other-account",
  "other-partition": "entry-for-other-partition",
};

function codeOf({ kind, backEnd }: NearMiss): NotMappedCode {
  if (kind !== "not-read") return CODES[kind];
  return backEnd === "DynamicFile" ? "access-entries-not-read" : "aws-auth-not-read";
}

import { readPrincipal } from "../../identity/principal";
import type { EntryWithPolicies } from "../../parse/access-entries/access-entry";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { RESERVED_PREFIXES } from "../mapping/configuration";
import { defaultUsername } from "../mapping/default-username";
import { isReserved } from "../mapping/reserved-prefix";
import { MASTERS } from "../reach/subject";
import type { Remedy } from "../reasons/reason";
import { type EntryToMake, policyArnOf } from "../remedies/access-entry/entry-to-make";
import type { MappingReason } from "./mapping-denial";

/** What an access entry that lets the caller in has to give; null = nobody has chosen that yet. */
export function entryToMakeOf(
  remedy: Remedy,
  { code, entry, accessEntry }: MappingReason,
): EntryToMake | null {
  if (remedy === "update-access-entry") return accessEntry === null ? null : withOwnUsername(accessEntry);
  if (accessEntry !== null) return withoutDefault(accessEntry);
  return entry === null || OF_SOMEBODY_ELSE.has(code) ? null : likeAwsAuth(entry);
}

/** What an entry of another principal gives is not for the caller. */
const OF_SOMEBODY_ELSE: ReadonlySet<string> = new Set(["entry-for-other-kind", "entry-for-other-account"]);

/**
 * As far as EKS allows it: a username or group of the system is left out, and who was in system:masters gets the policy for
 * administrators instead (EKS User Guide, "Create access entries").
 */
function likeAwsAuth({ arn, username, groups }: MappingEntry): EntryToMake {
  const partition = readPrincipal(arn)?.partition ?? "aws";
  const admin = {
    policyArn: policyArnOf(partition, "AmazonEKSClusterAdminPolicy"),
    scope: { type: "cluster", namespaces: [] },
  };
  return {
    type: "STANDARD",
    username: isAllowedUsername(username) ? username : null,
    groups: groups.filter((group) => group !== "" && !group.startsWith("system:")),
    policies: groups.includes(MASTERS) ? [admin] : [],
  };
}

/** EKS tells its own default as if somebody had chosen it; another role gets its own. */
function withoutDefault({ principalArn, ...entry }: EntryWithPolicies): EntryToMake {
  const isDefault = entry.username === defaultUsername(entry.type, principalArn);
  return isDefault ? { ...entry, username: null } : entry;
}

/** A username that is left out would stay as it is. */
function withOwnUsername({ principalArn, ...entry }: EntryWithPolicies): EntryToMake {
  const isAllowed = entry.username !== null && isAllowedUsername(entry.username);
  return isAllowed ? entry : { ...entry, username: defaultUsername(entry.type, principalArn) };
}

/** EKS knows `{{SessionName}}` alone, and wants a colon before it. */
function isAllowedUsername(username: string): boolean {
  if (username === "" || isReserved(username, RESERVED_PREFIXES)) return false;
  const [before = "", ...rest] = username.split("{{SessionName}}");
  return !rest.concat(before).join("").includes("{{") && (rest.length === 0 || before.includes(":"));
}

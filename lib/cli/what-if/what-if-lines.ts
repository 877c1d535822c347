import type { BackEndKind } from "@/lib/domain/explain/mapping/back-end-modes";
import type { MappedCaller } from "@/lib/domain/explain/mapping/mapped-caller";
import type { NearMiss, NearMissKind } from "@/lib/domain/explain/mapping/near-miss";
import type { GrantSource } from "@/lib/domain/explain/reach/grant";
import type { ReachSummary } from "@/lib/domain/explain/reach/list-reach";
import type { WhatIf } from "@/lib/domain/explain/what-if";
import type { MappingEntry } from "@/lib/domain/parse/mappings/mapping-entry";
import { printable } from "@/lib/server/log/printable";
import { toJsonLine } from "../json-line";

/** The answer as the command line's JSON: a contract, so its fields are named one by one. */
export function toWhatIfJson(
  caller: MappedCaller,
  { decision, nearMisses, reach }: WhatIf,
  problems: readonly string[],
): string {
  const isIn = decision.outcome === "granted";
  return toJsonLine({
    arn: caller.arn,
    canonicalArn: caller.canonicalArn,
    outcome: decision.outcome,
    by: isIn ? decision.backEnd : null,
    entry: isIn && decision.entry !== null ? toEntryJson(decision.entry) : null,
    username: isIn ? decision.username : null,
    groups: isIn ? decision.groups : [],
    error: isIn ? null : decision.error,
    nearMisses: nearMisses.map(({ kind, backEnd, entry }) => ({ kind, backEnd, entry: toEntryJson(entry) })),
    reach,
    problems,
  });
}

function toEntryJson({ arn, username, groups, place }: MappingEntry) {
  return { arn, username, groups, line: place?.line ?? null };
}

/** The answer for the eye; nothing in it can steer a terminal. */
export function toWhatIfText(
  caller: MappedCaller,
  { decision, nearMisses, reach }: WhatIf,
  problems: readonly string[],
): string {
  const lines =
    decision.outcome === "granted"
      ? [
          `${caller.arn} gets in as ${decision.username || "(no username)"}`,
          `  groups    ${decision.groups.join(", ") || "none"}`,
          `  by        ${decision.entry === null ? "its account, which is mapped as a whole" : told(decision.backEnd, decision.entry)}`,
          ...(decision.isOpen ? ["  open      EC2 knows the instance's name"] : []),
          ...(reach === null ? ["  may do    not known: give --rbac or access policies"] : reachLines(reach)),
        ]
      : [`${caller.arn} is turned away: ${decision.error}`, ...nearMisses.map(nearLine)];
  return `${[...lines, ...problems.map((problem) => `  problem   ${problem}`)].map(printable).join("\n")}\n`;
}

const BACK_ENDS: Readonly<Record<BackEndKind, string>> = {
  MountedFile: "a hidden entry",
  DynamicFile: "the access entry",
  EKSConfigMap: "aws-auth",
  CRD: "the custom resource",
};

/** An entry by where it stands, and whose it is. */
export function told(backEnd: BackEndKind, { arn, place }: MappingEntry): string {
  return `${BACK_ENDS[backEnd]}${place === null ? "" : `, line ${place.line}`}: ${arn}`;
}

const NEAR: Readonly<Record<NearMissKind, string>> = {
  "not-read": "would match, and the cluster's mode does not read it",
  "role-path": "has a path, and STS names roles without",
  "session-arn": "is of a session, not of its role",
  blank: "has a blank in it",
  wildcard: "has a wildcard, and stands for itself",
  "sso-suffix": "is the same permission set with another suffix",
  "sso-suffix-missing": "is the same permission set without its suffix",
  "user-path": "has another path",
  "other-kind": "is of the same name, a role for a user or a user for a role",
  "other-account": "is of the same name in another account",
  "other-partition": "is of the same name in another partition",
};

function nearLine({ kind, backEnd, entry }: NearMiss): string {
  return `  near      ${told(backEnd, entry)}: ${NEAR[kind]}`;
}

function reachLines({ isMaster, isClusterAdmin, everywhere, inNamespaces, unknown }: ReachSummary): string[] {
  if (isMaster) return ["  may do    everything, past every role binding (system:masters)"];
  const lines = [
    ...(isClusterAdmin ? ["  may do    everything in the whole cluster"] : []),
    ...everywhere.map(({ source }) => `  may do    ${sourceOf(source)}, in every namespace`),
    ...inNamespaces.map(
      ({ namespace, grants }) =>
        `  may do    ${grants.map(({ source }) => sourceOf(source)).join(", ")}, in ${namespace}`,
    ),
    ...unknown.map(({ code, what }) => `  unknown   ${what}: ${code}`),
  ];
  return lines.length === 0 ? ["  may do    nothing that these roles, bindings and policies give"] : lines;
}

function sourceOf(source: GrantSource): string {
  if (source.kind === "masters") return "system:masters";
  return source.kind === "rbac"
    ? `${source.role.kind} ${source.role.name} by ${source.binding.kind} ${source.binding.name}`
    : source.policyArn.slice(source.policyArn.lastIndexOf("/") + 1);
}

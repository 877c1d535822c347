import { stripPath } from "../../identity/strip-path";
import type { FoundEntry } from "./entry-index";
import type { MappedCaller } from "./mapped-caller";
import type { MappingDecision, RefusedEntry } from "./mapping-decision";
import type { OpenBackEnd } from "./open-back-end";
import { renderEntry } from "./render-entry";
import type { AskInstance } from "./render-template";
import { isReserved } from "./reserved-prefix";

/**
 * The authenticator's decision: back ends are asked in order, and the first one that has a mapping decides. A template that
 * cannot be filled in and a reserved username end it; an access entry whose id fits and whose ARN does not is passed over
 * (aws-iam-authenticator, doMapping; facts: authenticator §4.1, §4.2).
 */
export function mapIdentity(
  caller: MappedCaller,
  backEnds: readonly OpenBackEnd[],
  ask?: AskInstance,
): MappingDecision {
  const refused: RefusedEntry[] = [];
  const errors: string[] = [];
  for (const backEnd of backEnds) {
    const { kind, index, accounts } = backEnd;
    const found = index.find(keyOf(caller, backEnd));
    if (found !== null) {
      if (!isOtherArn(caller, found, backEnd)) return decide(caller, found, backEnd, { refused, ask });
      refused.push({ backEnd: kind, entry: found.entry, because: "other-arn" });
      errors.push(`mapper ${kind} Map error: ARN does not match User ID`);
    }
    if (accounts.includes(caller.accountId)) return byAccount(caller, kind, refused);
  }
  return { outcome: "denied", error: errorOf(errors), refused };
}

function keyOf({ canonicalArn, userId }: MappedCaller, { findBy }: OpenBackEnd): string {
  return findBy === "user-id" ? userId : canonicalArn.toLowerCase();
}

/** An entry that is found by its id names the principal too; a path of the role does not count. */
function isOtherArn({ canonicalArn }: MappedCaller, { entry }: FoundEntry, { findBy }: OpenBackEnd): boolean {
  if (findBy !== "user-id" || entry.arn === "") return false;
  const stripped = stripPath(entry.arn);
  return !stripped.ok || stripped.arn.toLowerCase() !== canonicalArn.toLowerCase();
}

interface SoFar {
  readonly refused: readonly RefusedEntry[];
  readonly ask: AskInstance | undefined;
}

function decide(
  caller: MappedCaller,
  { entry, rivals }: FoundEntry,
  { kind, reservedPrefixes }: OpenBackEnd,
  { refused, ask }: SoFar,
): MappingDecision {
  const deny = (error: string, because: RefusedEntry["because"]): MappingDecision => ({
    outcome: "denied",
    error,
    refused: [...refused, { backEnd: kind, entry, because }],
  });
  const rendered = renderEntry(entry, caller, ask);
  if (!rendered.ok) return deny(`mapper ${kind} renderTemplates error: ${rendered.error}`, "template");
  const { username, groups, isOpen } = rendered;
  if (isReserved(username, reservedPrefixes))
    return deny(reservedError(kind, username, reservedPrefixes), "reserved-username");
  return { outcome: "granted", backEnd: kind, entry, rivals, username, groups, isOpen, refused };
}

function byAccount(
  { canonicalArn }: MappedCaller,
  backEnd: OpenBackEnd["kind"],
  refused: readonly RefusedEntry[],
): MappingDecision {
  const as = { username: canonicalArn, groups: [], isOpen: false };
  return { outcome: "granted", backEnd, entry: null, rivals: [], refused, ...as };
}

/** "with with" is the authenticator's own. */
function reservedError(kind: string, username: string, reserved: readonly string[]): string {
  return `invalid username '${username}' for mapper ${kind}: username must not begin with with the following prefixes: [${reserved.join(" ")}]`;
}

/** Several are printed in brackets, each once (Kubernetes' Aggregate). */
function errorOf(errors: readonly string[]): string {
  const [only = "identity is not mapped", ...more] = new Set(errors);
  return more.length === 0 ? only : `[${[only, ...more].join(", ")}]`;
}

import { type Principal, readPrincipal } from "../../identity/principal";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "./back-end-modes";
import type { MappedCaller } from "./mapped-caller";

/** Why an entry that looks as if it were meant for a caller does not let him in (facts: authenticator §4.8). */
export const NEAR_MISSES = [
  /** The mode does not read where the entry stands. */
  "not-read",
  "role-path",
  "session-arn",
  "blank",
  "sso-suffix",
  "user-path",
  "other-kind",
  "other-account",
  "other-partition",
] as const;
export type NearMissKind = (typeof NEAR_MISSES)[number];

export interface NearMiss {
  readonly kind: NearMissKind;
  readonly backEnd: BackEndKind;
  readonly entry: MappingEntry;
}

/** Where entries stand, and whether the cluster's mode reads them there. */
export interface EntriesOf {
  readonly backEnd: BackEndKind;
  readonly entries: readonly MappingEntry[];
  readonly isRead: boolean;
}

/** The entries that were probably meant for a caller who is not mapped, the likeliest first. */
export function nearMisses(caller: MappedCaller, all: readonly EntriesOf[]): NearMiss[] {
  const own = readPrincipal(caller.canonicalArn);
  if (own === null) return [];
  const found = all.flatMap(({ backEnd, entries, isRead }) =>
    entries.flatMap((entry) => {
      const kind = compare(own, entry, isRead);
      return kind === null ? [] : [{ kind, backEnd, entry }];
    }),
  );
  return found.sort((a, b) => NEAR_MISSES.indexOf(a.kind) - NEAR_MISSES.indexOf(b.kind));
}

function compare(own: Principal, { arn }: MappingEntry, isRead: boolean): NearMissKind | null {
  const trimmed = arn.replace(/\s+/g, "");
  const theirs = readPrincipal(trimmed);
  if (theirs === null) return null;
  const differs = difference(own, theirs);
  if (differs !== "match") return differs;
  if (!isRead) return "not-read";
  if (trimmed !== arn) return "blank";
  if (theirs.type === "ASSUMED_ROLE") return "session-arn";
  return theirs.path === "/" || own.type === "USER" ? null : "role-path";
}

/** null: it is somebody else altogether. */
function difference(own: Principal, theirs: Principal): NearMissKind | "match" | null {
  const isSameName = lower(own.name) === lower(theirs.name);
  const isSameAccount = own.accountId === theirs.accountId;
  if (!isSameName) return isSameAccount && isSamePermissionSet(own.name, theirs.name) ? "sso-suffix" : null;
  if (!isSameAccount) return isDistinctive(own.name) ? "other-account" : null;
  if (own.partition !== theirs.partition) return "other-partition";
  const isUser = own.type === "USER";
  if (isUser !== (theirs.type === "USER")) return "other-kind";
  return isUser && lower(own.path) !== lower(theirs.path) ? "user-path" : "match";
}

const SSO = /^AWSReservedSSO_(.+?)(?:_[0-9a-fA-F]{16})?$/;

function isSamePermissionSet(one: string, other: string): boolean {
  const [a, b] = [SSO.exec(one)?.[1], SSO.exec(other)?.[1]];
  return a !== undefined && b !== undefined && lower(a) === lower(b);
}

/** Every account has its Admin: such a name says nothing. */
function isDistinctive(name: string): boolean {
  return name.length > 5;
}

const lower = (text: string) => text.toLowerCase();

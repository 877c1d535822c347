import { arnLike } from "../../identity/arn-like";
import { type Principal, readPrincipal } from "../../identity/principal";
import { stripPath } from "../../identity/strip-path";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "./back-end-modes";
import type { MappedCaller } from "./mapped-caller";

/** Why an entry that looks as if it were meant for a caller does not let him in, the likeliest first. */
export const NEAR_MISSES = [
  /** The mode does not read where the entry stands. */
  "not-read",
  "role-path",
  "session-arn",
  "blank",
  "wildcard",
  /** The same permission set, whose role has other digits at its end. */
  "sso-suffix",
  "sso-suffix-missing",
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
  const found = all.flatMap((where) =>
    where.entries.flatMap((entry) => {
      const kind = compare(own, entry, where);
      return kind === null ? [] : [{ kind, backEnd: where.backEnd, entry }];
    }),
  );
  return found.sort((a, b) => NEAR_MISSES.indexOf(a.kind) - NEAR_MISSES.indexOf(b.kind));
}

/** Where nothing is read, it does not matter how well an entry is written; somebody else's stays somebody else's. */
function compare(own: Principal, entry: MappingEntry, { backEnd, isRead }: EntriesOf): NearMissKind | null {
  const kind = differenceOf(own, entry, backEnd);
  if (isRead) return kind === "match" ? null : kind;
  return kind === null || OF_SOMEBODY_ELSE.has(kind) ? null : "not-read";
}

const OF_SOMEBODY_ELSE: ReadonlySet<string> = new Set(["other-kind", "other-account", "other-partition"]);

type Difference = Exclude<NearMissKind, "not-read"> | "match";

/** null: it is somebody else altogether. */
function differenceOf(own: Principal, { arn }: MappingEntry, backEnd: BackEndKind): Difference | null {
  if (isPatternOf(own, arn)) return "wildcard";
  const trimmed = arn.replace(/\s+/g, "");
  const theirs = readPrincipal(trimmed);
  const differs = theirs === null ? null : difference(own, theirs);
  // Of an access entry neither path nor session is in the way.
  if (theirs === null || differs !== "match" || backEnd === "DynamicFile") return differs;
  if (trimmed !== arn) return "blank";
  if (theirs.type === "ASSUMED_ROLE") return "session-arn";
  return theirs.path === "/" || own.type === "USER" ? "match" : "role-path";
}

function difference(own: Principal, theirs: Principal): Difference | null {
  const isSameName = lower(own.name) === lower(theirs.name);
  const isSameAccount = own.accountId === theirs.accountId;
  if (!isSameName) return isSameAccount ? suffixOf(own.name, theirs.name) : null;
  if (!isSameAccount) return isDistinctive(own.name) ? "other-account" : null;
  if (own.partition !== theirs.partition) return "other-partition";
  const isUser = own.type === "USER";
  if (isUser !== (theirs.type === "USER")) return "other-kind";
  return isUser && lower(own.path) !== lower(theirs.path) ? "user-path" : "match";
}

/** No ARN is longer; a longer pattern costs time for nothing. */
const LONGEST_ARN = 2_048;

/** What somebody thought to be a pattern; the authenticator knows none here. */
function isPatternOf(own: Principal, arn: string): boolean {
  if (arn.length > LONGEST_ARN || !/[*?]/.test(arn)) return false;
  const stripped = stripPath(arn);
  const like = arnLike(lower(own.canonical), lower(stripped.ok ? stripped.arn : arn));
  return like.ok && like.match;
}

const SSO = /^AWSReservedSSO_(.+?)(_[0-9a-fA-F]{16})?$/;

function suffixOf(own: string, theirs: string): Difference | null {
  const [, mine] = SSO.exec(own) ?? [];
  const [, permissionSet, suffix] = SSO.exec(theirs) ?? [];
  if (mine === undefined || permissionSet === undefined || lower(mine) !== lower(permissionSet)) return null;
  return suffix === undefined ? "sso-suffix-missing" : "sso-suffix";
}

/** Every account has its Admin: such a name says nothing. */
function isDistinctive(name: string): boolean {
  return name.length > 5;
}

const lower = (text: string) => text.toLowerCase();

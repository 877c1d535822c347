import { type Principal, readPrincipal } from "../../identity/principal";
import type { PrincipalAtCluster } from "../remedies/principal-at-cluster";
import type { MappingReason } from "./mapping-denial";

/** The principal with its path, where an entry that was meant for it tells it: a log does not, and an access entry wants it. */
export function wholeArn(who: PrincipalAtCluster, { entry, accessEntry }: MappingReason): PrincipalAtCluster {
  const own = who.principalArn === null ? null : readPrincipal(who.principalArn);
  if (own === null || own.type !== "ROLE" || who.isPathKnown) return who;
  const theirs = readPrincipal(accessEntry?.principalArn ?? entry?.arn.replace(/\s+/g, "") ?? "");
  if (theirs?.type !== "ROLE" || theirs.accountId !== own.accountId || !hasSamePath(own, theirs)) return who;
  const principalArn = `arn:${own.partition}:iam::${own.accountId}:role${theirs.path}${own.name}`;
  // What stands in aws-auth is anybody's guess.
  return { ...who, principalArn, isPathKnown: accessEntry !== null };
}

/** One role, or two of Identity Center, which all stand under one path. */
function hasSamePath(own: Principal, theirs: Principal): boolean {
  const isSso = [own, theirs].every(({ name }) => name.startsWith("AWSReservedSSO_"));
  return (own.name === theirs.name || isSso) && !/[*?]/.test(theirs.path);
}

import { isEmail } from "../caller-class";
import type { NameSource } from "./name-source";
import { isGeneratedSession } from "./session-name";

/** A name of an origin, and who says it. */
export interface ToldName {
  readonly name: string;
  readonly from: NameSource;
}

/** Names that were met on the way from the session to its origin. */
interface NamesMet {
  /** `additionalEventData.UserName` of the sign-in. */
  readonly signedInAs: string | null;
  /** Set with the first role, and kept. */
  readonly sourceIdentity: string | null;
  /** Of the session that the cluster saw. */
  readonly session: string | null;
}

/** A session's name is taken for somebody's only where it is an address: roles are taken under all sorts of words. */
export function namesTold({ signedInAs, sourceIdentity, session }: NamesMet): readonly ToldName[] {
  const isSomebodys = session !== null && isEmail(session) && !isGeneratedSession(session);
  const met = [
    { name: signedInAs, from: "sign-in" },
    { name: sourceIdentity, from: "source-identity" },
    { name: isSomebodys ? session : null, from: "session-name" },
  ] as const;
  return met.flatMap(({ name, from }) => (name === null || name === "" ? [] : [{ name, from }]));
}

/** A name beside the others of one person. */
export interface OriginName extends ToldName {
  /** Whether it can be the same person as the name that counts, by the letters. */
  readonly agrees: boolean;
  /** Chosen by the caller; nothing proves it. */
  readonly isClaimed: boolean;
}

/** The names once each, as the first that tells them, and whether they agree with the very first, which counts. */
export function compareNames(told: readonly ToldName[]): readonly OriginName[] {
  const [chosen] = told;
  if (chosen === undefined) return [];
  const once = new Map<string, ToldName>();
  for (const one of told) if (!once.has(one.name)) once.set(one.name, one);
  return [...once.values()].map(({ name, from }) => ({
    name,
    from,
    agrees: isSameName(name, chosen.name),
    isClaimed: CLAIMS.has(from),
  }));
}

const CLAIMS: ReadonlySet<NameSource> = new Set(["session-name", "source-identity"]);

/** `alice` may be `alice@example.com`; `alice@example.org` is not, and neither is `bob`. */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return true;
  if (a.includes("@") && b.includes("@")) return false;
  return a.split("@", 1)[0] === b.split("@", 1)[0];
}

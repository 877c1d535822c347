import { readPrincipal } from "../../identity/principal";
import { isGeneratedSession } from "../../correlate/chain/session-name";
import type { Origin } from "../../correlate/chain/chain";

/** Who comes as a username, as far as it tells him from others. */
export interface UsernameHolder {
  /** null: not traced yet. */
  readonly origin: Pick<Origin, "kind" | "name" | "userId" | "confidence"> | null;
  readonly canonicalArn: string | null;
  readonly sessionNames: readonly string[];
}

/** Whether another is the holder, or may be: an unnamed session of a role may be anybody's who takes it. */
export function maySame(holder: UsernameHolder, other: UsernameHolder): boolean {
  const isOpen = isUnnamed(holder) || isUnnamed(other);
  return sameByName(holder, other) ?? (isOpen && holder.canonicalArn === other.canonicalArn);
}

/** Whether two others are one. */
export function isSame(one: UsernameHolder, other: UsernameHolder): boolean {
  const isOpen = isUnnamed(one) && isUnnamed(other);
  return sameByName(one, other) ?? (isOpen && one.canonicalArn === other.canonicalArn);
}

/** Two are told apart by what their chains prove, else by the names of their sessions; null = one of them has none. */
function sameByName(one: UsernameHolder, other: UsernameHolder): boolean | null {
  const [proven, provenOther] = [provenOf(one), provenOf(other)];
  const isProven = proven !== null && provenOther !== null;
  if (isProven && proven.userId !== null && provenOther.userId !== null)
    return proven.userId === provenOther.userId;
  const shared = shareSessionName(one, other);
  // A directory may call a person otherwise than the session does, whose record tells no id.
  if (isProven && (proven.userId === null) !== (provenOther.userId === null) && shared) return true;
  return isProven ? proven.name === provenOther.name && isOneOfKind(one, other) : shared;
}

/** A user's ARN, and a workload's role, tell apart what has one name in two accounts or clusters. */
function isOneOfKind(one: UsernameHolder, other: UsernameHolder): boolean {
  const kind = one.origin?.kind;
  if (kind !== other.origin?.kind) return false;
  const byArn = kind === "workload" || (isUser(one) && isUser(other));
  return !byArn || one.canonicalArn === other.canonicalArn;
}

function isUser({ canonicalArn }: UsernameHolder): boolean {
  return canonicalArn !== null && readPrincipal(canonicalArn)?.type === "USER";
}

/** null = one of them has none that somebody chose. */
function shareSessionName(one: UsernameHolder, other: UsernameHolder): boolean | null {
  const [chosen, chosenOther] = [chosenOf(one), chosenOf(other)];
  if (chosen.length === 0 || chosenOther.length === 0) return null;
  return chosen.some((name) => chosenOther.includes(name));
}

function isUnnamed(one: UsernameHolder): boolean {
  return provenOf(one) === null && chosenOf(one).length === 0;
}

/** Of whom the chain proves it. */
export function provenOf({
  origin,
}: UsernameHolder): { readonly name: string | null; readonly userId: string | null } | null {
  if (origin === null || origin.confidence === "claimed") return null;
  const { name, userId } = origin;
  return name === null && userId === null ? null : { name: name?.toLowerCase() ?? null, userId };
}

function chosenOf({ sessionNames }: UsernameHolder): string[] {
  return sessionNames.filter((name) => !isGeneratedSession(name)).map((name) => name.toLowerCase());
}

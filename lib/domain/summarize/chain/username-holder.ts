import type { Origin } from "../../correlate/chain/chain";
import { isGeneratedSession } from "../../correlate/chain/session-name";

/** Who comes as a username, as far as it tells him from others. */
export interface UsernameHolder {
  /** null: not traced yet. */
  readonly origin: Pick<Origin, "kind" | "name" | "userId" | "confidence"> | null;
  readonly canonicalArn: string | null;
  readonly sessionName: string | null;
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
  const [proven, provenOther] = [provenName(one), provenName(other)];
  if (proven !== null && provenOther !== null) return proven === provenOther;
  const [chosen, chosenOther] = [chosenName(one), chosenName(other)];
  return chosen !== null && chosenOther !== null ? chosen === chosenOther : null;
}

function isUnnamed(one: UsernameHolder): boolean {
  return provenName(one) === null && chosenName(one) === null;
}

/** Of whom the chain proves it. */
export function provenName({ origin }: UsernameHolder): string | null {
  if (origin === null || origin.confidence === "claimed") return null;
  return (origin.name ?? origin.userId)?.toLowerCase() ?? null;
}

function chosenName({ sessionName }: UsernameHolder): string | null {
  return sessionName === null || isGeneratedSession(sessionName) ? null : sessionName;
}

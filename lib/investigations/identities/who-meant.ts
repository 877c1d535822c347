import { whatIsPasted } from "@/lib/domain/parse/pasted/what-is-pasted";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { EventStore } from "@/lib/ports/event-store";

/** By what the attempts of somebody are found. */
export interface WhoMeant extends Pick<AttemptFilter, "text"> {
  /** null = nothing is known by that name: attempts are searched for the text. */
  readonly identity: IdentityRef | null;
}

/** Whom a text names: the most telling thing in it of which anything is known. */
export async function whoMeant(
  text: string,
  otherwise: readonly IdentityRef[],
  store: Pick<EventStore, "findMeanings">,
): Promise<WhoMeant> {
  const pasted = whatIsPasted(text);
  const tiers = pasted.what === "reading" ? pasted.tiers : [];
  for (const tier of [...tiers, otherwise]) {
    const found = tier.length === 0 ? [] : await store.findMeanings(tier.slice(0, MOST));
    const identity = found.find((one) => one.identity !== null)?.identity ?? null;
    if (identity !== null) return { identity: { kind: identity.kind, value: identity.value }, text: "" };
  }
  return { identity: null, text: text.trim() };
}

const MOST = 40;

import { reasonOfPasted } from "@/lib/domain/explain/reasons/pasted-reason";
import type { Meaning } from "@/lib/domain/parse/pasted/meaning";
import { whatIsPasted } from "@/lib/domain/parse/pasted/what-is-pasted";
import { whyNotLookedUp } from "@/lib/domain/summarize/identities/pasted-words";

/** What was typed or pasted into the search. */
export interface TypedText {
  /** What it may mean; what is known of the first that is known counts. */
  readonly tiers: readonly (readonly Meaning[])[];
  /** Of a message that says what went wrong. */
  readonly reasonCode: string | null;
  /** Why nothing is looked up; null = something is. */
  readonly problem: string | null;
  /** The text holds a secret: it must not stay where it can be seen or sent. */
  readonly secret: boolean;
}

/** A text that names nobody may still say what went wrong. */
const READ_FOR_REASONS: ReadonlySet<string> = new Set(["reading", "nameless", "unknown"]);

export function readTypedText(text: string): TypedText {
  const pasted = whatIsPasted(text);
  const reasonCode = READ_FOR_REASONS.has(pasted.what) ? reasonOfPasted(text) : null;
  return {
    tiers: pasted.what === "reading" ? pasted.tiers : [],
    reasonCode,
    problem: pasted.what === "nothing" || reasonCode !== null ? null : whyNotLookedUp(pasted),
    secret: pasted.what === "secret",
  };
}

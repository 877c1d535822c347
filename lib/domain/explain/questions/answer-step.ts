import type { EpochMs } from "../../time/time-range";
import type { SentencePart } from "../sentence-part";

/**
 * - `yes`, `no`: it was, or was not, as the proofs show.
 * - `not-seen`: nothing that was read tells; `because` says why.
 * - `not-reached`: it ended before that.
 */
export type StepState = "yes" | "no" | "not-seen" | "not-reached";

/** A record that shows it, by its page in Gatebook. */
export interface Proof {
  readonly kind: "attempt" | "request";
  readonly id: string;
  readonly timeMs: EpochMs;
}

/** One step of an answer: a smaller question, what was seen of it, and what proves that. */
export interface AnswerStep {
  /** As a question. */
  readonly title: string;
  readonly state: StepState;
  readonly says: readonly SentencePart[];
  /** Why it was not seen, or why not all of it was. */
  readonly because: readonly string[];
  readonly proofs: readonly Proof[];
  /** What tells it where Gatebook cannot, ready for a shell. */
  readonly commands: readonly string[];
}

/** A step, of which only what it has is given. */
export function answerStep(
  step: Pick<AnswerStep, "title" | "state"> & Partial<AnswerStep> & { readonly text?: string },
): AnswerStep {
  const { title, state, text, says, because = [], proofs = [], commands = [] } = step;
  return { title, state, says: says ?? (text === undefined ? [] : [{ text }]), because, proofs, commands };
}

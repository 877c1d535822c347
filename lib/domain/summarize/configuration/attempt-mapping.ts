import type { ConfigurationPart } from "../../explain/configuration/known-configuration";
import type { PartState } from "../../explain/configuration/part-at";
import type { MappingExplanation } from "../../explain/mapped/explain-mapping";
import type { Culprit } from "../../explain/mapped/find-culprit";
import type { BackEndGuess } from "../../explain/mapped/guess-back-end";
import type { ReasonCode } from "../../explain/reasons/registry";
import type { MappingReason } from "../../explain/why-not-mapped/mapping-denial";
import type { AssociatedPolicy } from "../../parse/access-entries/access-entry";
import type { TextExcerpt } from "../../parse/mappings/text-excerpt";
import type { ConfigurationReading } from "./configuration-reading";

/** An entry that was probably meant for a caller, and why it is not his. */
export interface MeantEntry extends Pick<MappingReason, "backEnd" | "entry" | "place"> {
  readonly code: ReasonCode;
  /** The reason's, without an end. */
  readonly title: string;
}

/** Which mapping let an attempt's caller in, or why none did. */
export interface AttemptMapping extends MappingExplanation {
  readonly parts: Readonly<Record<ConfigurationPart, PartState>>;
  /** The lines of aws-auth in which the entry that decided stands; null = it stands elsewhere. */
  readonly excerpt: TextExcerpt | null;
  /** Of the access entry that decided. */
  readonly policies: readonly AssociatedPolicy[];
  /** Entries that were probably meant for a caller who was turned away, the likeliest first. */
  readonly meant: readonly MeantEntry[];
  /** The change since which the caller is turned away; null = none is known. */
  readonly culprit: Culprit | null;
  /** What decided, as far as the log alone tells; null = it does not. */
  readonly guess: BackEndGuess | null;
  /** Writes of aws-auth that could not be read by the authenticator, just before. */
  readonly broken: { readonly timeMs: number; readonly message: string } | null;
  /** What could not be read of the configuration, and what to do. */
  readonly unread: readonly ConfigurationReading[];
}

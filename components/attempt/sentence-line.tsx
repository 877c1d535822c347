import { attemptSentence } from "@/lib/domain/explain/attempt-sentence";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { CLAIMED, SentenceParts } from "./sentence-parts";

/** The attempt in one sentence. */
export function SentenceLine({
  attempt,
  mapping,
  level,
}: Pick<AttemptDetail, "attempt" | "mapping"> & { readonly level: 1 | 2 }) {
  const Heading = level === 1 ? "h1" : "h2";
  const parts = attemptSentence(attempt, mapping);
  const claimed = parts.some((part) => part.claimed === true);
  return (
    <div>
      <Heading
        className={`max-w-[62ch] text-lg leading-snug tracking-tight text-pretty ${level === 1 ? "sm:text-xl" : ""}`}
      >
        <SentenceParts parts={parts} />
      </Heading>
      {claimed ? (
        <p className="mt-1 text-xs text-ink-3">
          <span className={CLAIMED}>Dotted</span>: chosen by whoever came, not proved.
        </p>
      ) : null}
    </div>
  );
}

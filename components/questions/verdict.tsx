import { CLAIMED, SentenceParts } from "@/components/attempt/sentence-parts";
import type { SentencePart } from "@/lib/domain/explain/sentence-part";

/** The answer in plain words, before all that proves it. */
export function Verdict({ parts }: { parts: readonly SentencePart[] }) {
  return (
    <section aria-label="The answer" className="border-l-[3px] border-accent pl-3">
      <p className="max-w-[68ch] text-lg leading-snug tracking-tight text-pretty">
        <SentenceParts parts={parts} />
      </p>
      {parts.some(({ claimed }) => claimed === true) ? (
        <p className="mt-1 text-xs text-ink-3">
          <span className={CLAIMED}>Dotted</span>: chosen by whoever came, not proved.
        </p>
      ) : null}
    </section>
  );
}

import { SafeText } from "@/components/ui/safe-text";
import { attemptSentence } from "@/lib/domain/explain/attempt-sentence";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { SentencePart } from "@/lib/domain/explain/sentence-part";

/** The attempt in one sentence. */
export function SentenceLine({ attempt, mapping }: Pick<AttemptDetail, "attempt" | "mapping">) {
  const parts = attemptSentence(attempt, mapping);
  const claimed = parts.some((part) => part.claimed === true);
  return (
    <div>
      <h1 className="max-w-[62ch] text-lg leading-snug tracking-tight text-pretty sm:text-xl">
        {withOffsets(parts).map(({ part, at }) => (
          <Part key={at} part={part} />
        ))}
      </h1>
      {claimed ? (
        <p className="mt-1 text-xs text-ink-3">
          <span className={CLAIMED}>Dotted</span>: chosen by whoever came, not proved.
        </p>
      ) : null}
    </div>
  );
}

const CLAIMED = "underline decoration-line-strong decoration-dotted underline-offset-4";

function Part({ part }: { part: SentencePart }) {
  const mark = part.claimed ? CLAIMED : "";
  if (part.code) {
    return (
      <code className={`rounded bg-sunken px-1 py-px text-[0.85em] ${mark}`}>
        <SafeText text={part.text} breakable />
      </code>
    );
  }
  return <SafeText text={part.text} breakable className={`${part.strong ? "font-semibold" : ""} ${mark}`} />;
}

function withOffsets(parts: readonly SentencePart[]): { part: SentencePart; at: number }[] {
  let at = 0;
  return parts.map((part) => {
    const placed = { part, at };
    at += part.text.length + 1;
    return placed;
  });
}

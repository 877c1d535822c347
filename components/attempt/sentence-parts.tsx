import { SafeText } from "@/components/ui/safe-text";
import type { SentencePart } from "@/lib/domain/explain/sentence-part";

export const CLAIMED = "underline decoration-line-strong decoration-dotted underline-offset-4";

/** A sentence of which parts are names that others wrote. */
export function SentenceParts({ parts }: { parts: readonly SentencePart[] }) {
  return withOffsets(parts).map(({ part, at }) => <Part key={at} part={part} />);
}

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

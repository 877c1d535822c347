import { SafeText } from "@/components/ui/safe-text";
import type { TextExcerpt } from "@/lib/domain/parse/mappings/text-excerpt";

interface TextExcerptBlockProps {
  readonly excerpt: TextExcerpt;
  /** The line that matters, by its number. */
  readonly marked: number | null;
  readonly label: string;
}

/** Lines of a longer text with their numbers; the one that matters is marked. */
export function TextExcerptBlock({ excerpt: { firstLine, lines }, marked, label }: TextExcerptBlockProps) {
  return (
    <figure aria-label={label} className="rounded bg-sunken py-1 font-mono text-xs">
      {lines
        .map((text, i) => ({ text, number: firstLine + i }))
        .map(({ text, number }) => (
          <div
            key={number}
            className={`grid grid-cols-[3.5rem_minmax(0,1fr)] ${number === marked ? "bg-accent-soft font-semibold" : ""}`}
          >
            <span className="pr-3 text-right text-ink-3 select-none">
              {number === marked ? "▸ " : ""}
              {number}
            </span>
            <SafeText text={text === "" ? " " : text} className="pr-3 break-words whitespace-pre-wrap" />
          </div>
        ))}
    </figure>
  );
}

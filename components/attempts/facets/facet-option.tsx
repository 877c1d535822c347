import { memo } from "react";
import { formatCount } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import { ShareBar } from "@/components/ui/share-bar";
import { toVisibleString } from "@/components/ui/visible-text";
import { VALUES_SCOPE } from "@/components/values/value-menu-provider";
import { ValuesButton } from "@/components/values/values-button";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { facetValueWords } from "./facet-words";
import { shortenName } from "../list/shorten-name";

interface FacetOptionProps {
  readonly name: FacetName;
  readonly value: string;
  readonly count: number;
  /** Of the most frequent value, 0 to 1. */
  readonly share: number;
  /** Asked for, excluded, or neither. */
  readonly standing: "in" | "out" | null;
  readonly onToggle: (name: FacetName, value: string) => void;
}

/** Characters that one line holds; longer values get two, or one could not tell them apart. */
const LONG = 24;

export const FacetOption = memo(function FacetOption(props: FacetOptionProps) {
  const { name, value, count, share, standing, onToggle } = props;
  const words = facetValueWords(name, value);
  const label = shortenName(words);
  const long = label.length > LONG;
  const out = standing === "out";
  return (
    <div {...VALUES_SCOPE} className="group relative">
      <label
        title={toVisibleString(words)}
        className="relative isolate flex min-h-6 items-center gap-2 rounded px-1.5 pointer-coarse:pr-8 hover:bg-sunken has-checked:bg-accent-soft has-checked:text-accent has-indeterminate:bg-denied-soft has-indeterminate:text-denied has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        {standing !== null ? null : <ShareBar share={share} className="absolute inset-0 -z-10 text-bar" />}
        <input
          type="checkbox"
          checked={standing === "in"}
          ref={(box) => {
            if (box !== null) box.indeterminate = out;
          }}
          onChange={() => onToggle(name, value)}
          className="size-3 shrink-0 cursor-pointer accent-(--accent) outline-none"
        />
        <SafeText
          text={label}
          breakable={long}
          className={`min-w-0 grow ${out ? "line-through" : ""} ${long ? "line-clamp-2 text-xs leading-4" : "truncate"}`}
        />
        {out ? <span className="sr-only">excluded</span> : null}
        <span className="shrink-0 font-mono text-xs whitespace-nowrap text-ink-2">{formatCount(count)}</span>
      </label>
      <ValuesButton
        label={`Only, not or copy: ${toVisibleString(words)}`}
        values={() => [{ key: name, value }]}
        className="absolute top-0 right-0"
      />
    </div>
  );
});

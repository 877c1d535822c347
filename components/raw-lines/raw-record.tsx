import { TimeText } from "@/components/settings/time-text";
import { useState } from "react";
import { formatCount } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { RawRow } from "@/lib/domain/summarize/raw-search";
import { excerptOf } from "./mark-matches";
import { MarkedText } from "./marked-text";

/** A log line is shorter; a CloudTrail record may be a thousand times as long. */
const SHOWN_LENGTH = 1_000;

/** One record as it came, the text marked. */
export function RawRecord({ row, wanted }: { row: RawRow; wanted: string }) {
  const { timeMs, cluster, source, stream, text, note } = row;
  const [whole, setWhole] = useState(false);
  const excerpt = whole ? { text, cut: false } : excerptOf(text, wanted, SHOWN_LENGTH);
  return (
    <li className="grid gap-1 border-b border-line px-4 py-1.5 last:border-b-0">
      <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
        <TimeText ms={timeMs} className="font-mono text-ink" />
        <SafeText text={cluster ?? source} />
        <SafeText text={stream} className="min-w-0 font-mono" />
      </p>
      <code className="leading-5 wrap-anywhere whitespace-pre-wrap">
        <MarkedText text={excerpt.text} wanted={wanted} />
      </code>
      {excerpt.cut ? (
        <button
          type="button"
          className="min-h-6 justify-self-start text-accent hover:underline"
          onClick={() => setWhole(true)}
        >
          Show all {formatCount(text.length)} characters
        </button>
      ) : null}
      {note === null ? null : <p className="text-xs text-open">{note}</p>}
    </li>
  );
}

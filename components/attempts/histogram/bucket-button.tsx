import type { ZonedFormat } from "@/lib/domain/time/zoned-format";
import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { formatCount } from "@/components/ui/format-count";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";

interface BucketButtonProps {
  readonly bucket: Histogram["buckets"][number];
  readonly bucketMs: number;
  /** What of it is not known; empty = all was read. */
  readonly missing: string;
  readonly tabbable: boolean;
  readonly brushed: boolean;
  /** Where the words hang, so that they stay on the page. */
  readonly side: "left" | "right";
  readonly onPress: () => void;
  readonly onPass: () => void;
  readonly onFocus: () => void;
  readonly onActivate: () => void;
}

const WORDS =
  "sr-only group-hover:not-sr-only group-focus-visible:not-sr-only group-hover:absolute group-focus-visible:absolute z-20 top-full mt-1! rounded-md border! border-line bg-surface px-2! py-1! text-xs shadow-md whitespace-nowrap! pointer-events-none";

export function BucketButton({
  bucket,
  bucketMs,
  missing,
  tabbable,
  brushed,
  side,
  ...on
}: BucketButtonProps) {
  const format = useZonedFormat();
  return (
    <button
      type="button"
      tabIndex={tabbable ? 0 : -1}
      className={`group relative cursor-zoom-in hover:bg-accent/10 focus-visible:bg-accent/10 focus-visible:-outline-offset-2 ${brushed ? "bg-accent/20" : ""}`}
      onPointerDown={(event) => {
        // A touch would keep the pointer to itself.
        event.currentTarget.releasePointerCapture(event.pointerId);
        if (event.button === 0) on.onPress();
      }}
      onPointerEnter={on.onPass}
      onFocus={on.onFocus}
      onClick={(event) => {
        // The mouse zooms when it lets go; this is the keyboard.
        if (event.detail === 0) on.onActivate();
      }}
    >
      <span className={`${WORDS} ${side === "left" ? "left-0" : "right-0"}`}>
        <span className="text-ink-2">{bucketSpan(bucket.startMs, bucketMs, format)}: </span>
        {missing !== "" && bucket.denied + bucket.granted === 0 ? (
          <span>nothing is known</span>
        ) : (
          <>
            <span className="text-denied">{formatCount(bucket.denied)} denied</span>,{" "}
            <span className="text-granted">{formatCount(bucket.granted)} granted</span>
          </>
        )}
        {missing === "" ? null : <span className="block text-open">▨ {missing}</span>}
      </span>
    </button>
  );
}

function bucketSpan(startMs: number, bucketMs: number, { day, clock, span, name }: ZonedFormat): string {
  const endMs = startMs + bucketMs;
  const words =
    bucketMs >= 60_000
      ? span({ from: startMs, to: endMs })
      : `${day(startMs)} ${clock(startMs)} – ${clock(endMs)}`;
  return `${words} ${name(startMs)}`;
}

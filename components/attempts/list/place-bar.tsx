import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { formatCount } from "@/components/ui/format-count";
import { Popover } from "@/components/ui/popover";
import { GoToTimeForm } from "./go-to-time-form";

interface PlaceBarProps {
  readonly topRow: number;
  /** When the top row happened; null = it is not loaded. */
  readonly topMs: number | null;
  readonly total: number;
  /** Why rows in sight could not be loaded; null = they could. */
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onGoTo: (atMs: number) => void;
}

/** Where in the list one is, and the way to another time of it. */
export function PlaceBar({ topRow, topMs, total, error, onRetry, onGoTo }: PlaceBarProps) {
  return (
    <div className="sticky bottom-0 z-10 flex h-8 items-center gap-x-3 border-t border-line bg-paper px-4 text-xs text-ink-2">
      <p className="min-w-0 truncate">
        Row <span className="font-mono text-ink">{formatCount(topRow + 1)}</span> of{" "}
        <span className="font-mono text-ink">{formatCount(total)}</span>
        {topMs === null ? null : <RowTime ms={topMs} />}
      </p>
      {error === null ? null : (
        <p role="alert" className="min-w-0 truncate text-denied">
          Rows could not be loaded.{" "}
          <button type="button" className="text-accent hover:underline" onClick={onRetry}>
            Try again
          </button>
        </p>
      )}
      <span className="grow" />
      <Popover label="Go to time" align="right" above>
        {(close) => (
          <GoToTimeForm
            startMs={topMs}
            onGo={(ms) => {
              close();
              onGoTo(ms);
            }}
          />
        )}
      </Popover>
    </div>
  );
}

/** With its year: lists may be longer than one. */
function RowTime({ ms }: { ms: number }) {
  const { stamp } = useZonedFormat();
  const [year, rest, zone] = stamp(Math.floor(ms / 1000) * 1000).split(/(?<=^\d{4}-)| (?=UTC)/);
  return (
    <time dateTime={new Date(ms).toISOString()} className="ml-3 font-mono">
      <span className="max-sm:hidden">{year}</span>
      {rest}
      <span className="max-sm:hidden"> {zone}</span>
    </time>
  );
}

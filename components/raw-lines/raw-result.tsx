import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { ApiError } from "@/lib/search-params/fetch-json";
import { rawLinesQuery } from "@/lib/search-params/attempts/raw-lines-query";
import { RawRecord } from "./raw-record";
import { describeFound, describeScanned, sumScanned } from "./raw-words";

interface RawResultProps {
  readonly view: AttemptView;
  readonly range: TimeRange;
  readonly onClose: () => void;
}

/** A search of the raw lines: it starts when this is drawn, and ends with it at the latest. */
export function RawResult({ view, range, onClose }: RawResultProps) {
  const client = useQueryClient();
  const options = rawLinesQuery(view, range);
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(options);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const scanned = sumScanned(data?.pages ?? []);
  const cancel = () => (data === undefined ? onClose() : void client.cancelQueries(options));
  return (
    <section aria-label="Raw lines" className="border-b border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
        <h2 className="min-w-0 font-semibold">
          Raw lines with “<SafeText text={view.q.trim()} />”
        </h2>
        <p role="status" className="text-ink-2">
          {isFetching ? "Searching …" : scanned === null ? "" : describeFound(rows.length, scanned)}
        </p>
        <span className="grow" />
        {isFetching ? (
          <button type="button" className={CONTROL} onClick={cancel}>
            Cancel
          </button>
        ) : (
          <>
            {hasNextPage ? (
              <button type="button" className={CONTROL} onClick={() => void fetchNextPage()}>
                Search on
              </button>
            ) : null}
            <button type="button" className={CONTROL} onClick={onClose}>
              Close
            </button>
          </>
        )}
      </div>
      {error === null ? null : <RawFailure error={error} onRetry={() => void refetch()} />}
      {rows.length === 0 ? null : (
        <ol
          // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard alone it could not be scrolled otherwise.
          tabIndex={0}
          aria-label="Lines found, newest first"
          className="max-h-[50vh] overflow-y-auto border-t border-line"
        >
          {rows.map((row) => (
            <RawRecord key={row.recordId} row={row} wanted={view.q.trim()} />
          ))}
        </ol>
      )}
      {scanned === null ? null : (
        <p className="border-t border-line px-4 py-1 text-xs text-ink-2">{describeScanned(scanned)}</p>
      )}
    </section>
  );
}

function RawFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const words = error instanceof ApiError ? error.message : "Gatebook did not answer. Is it still running?";
  return (
    <p role="alert" className="flex flex-wrap items-center gap-x-3 px-4 pb-2 text-denied">
      <SafeText text={words} />
      <button type="button" className="min-h-6 text-accent hover:underline" onClick={onRetry}>
        Try again
      </button>
    </p>
  );
}

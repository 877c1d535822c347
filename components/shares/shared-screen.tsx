"use client";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { CONTROL } from "@/components/ui/control-class";
import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import { ApiError, fetchJson, postJson } from "@/lib/search-params/fetch-json";

/** Loaded when there is something to show. */
const EvidenceView = lazy(() =>
  import("./evidence-view").then(({ EvidenceView: view }) => ({ default: view })),
);

/** What was shared. The secret of a link stands in the fragment, which no server is told: it is sent once, and taken away. */
export function SharedScreen({ id }: { id: string }) {
  const path = `/api/v1/shares/${encodeURIComponent(id)}`;
  const { data, error } = useQuery({
    queryKey: ["share", id],
    queryFn: ({ signal }) => openShare(path, signal),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-ink-2">Shared evidence</h1>
        {data === undefined ? null : (
          <a href={`${path}/file`} className={CONTROL} download>
            Download
          </a>
        )}
      </div>
      {error === null ? null : <p role="alert">{wordsOf(error)}</p>}
      {data === undefined && error === null ? <p className="text-ink-2">Opening …</p> : null}
      {data === undefined ? null : (
        <Suspense fallback={<p className="text-ink-2">Opening …</p>}>
          <EvidenceView evidence={data} />
        </Suspense>
      )}
    </article>
  );
}

async function openShare(path: string, signal: AbortSignal): Promise<Evidence> {
  const secret = window.location.hash.slice(1);
  if (secret === "") return await fetchJson<Evidence>(path, signal);
  window.history.replaceState(window.history.state, "", window.location.pathname);
  return await postJson<Evidence>(path, { secret });
}

function wordsOf(error: Error): string {
  return error instanceof ApiError ? error.message : "Gatebook did not answer. Is it still running?";
}

import { SpanText } from "@/components/settings/span-text";
import Link from "next/link";
import { ParameterNotice } from "@/components/attempts/parameter-notice";
import { formatCount } from "@/components/ui/format-count";
import type { RequestFacets, RequestPage } from "@/lib/domain/summarize/requests/request-page";
import type { RequestPageQuery } from "@/lib/search-params/requests/load-request-query";
import { RequestRow } from "./request-row";
import { RequestSearch } from "./request-search";

interface RequestsScreenProps {
  readonly query: RequestPageQuery;
  readonly page: RequestPage;
  readonly facets: RequestFacets;
}

/** Who did what in a cluster: requests by verb, object, who and time, each with the person behind it. */
export function RequestsScreen({ query, page, facets }: RequestsScreenProps) {
  const { rows, total, range, next } = page;
  return (
    <div className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <div>
        <h1 className="text-xl font-semibold">Who did what in the cluster</h1>
        <p className="mt-1 max-w-prose text-ink-2">
          From the audit log: what callers who came in through IAM changed, were denied, or opened in a pod.
          Reads that were allowed are not kept.
        </p>
      </div>
      <ParameterNotice problems={query.problems} />
      <RequestSearch query={query} facets={facets} />
      <p role="status" className="text-ink-2">
        <b className="font-semibold text-ink">
          {formatCount(total)} {total === 1 ? "request" : "requests"}
        </b>{" "}
        <SpanText range={range} />
      </p>
      {rows.length === 0 ? <NothingFound /> : null}
      <ul aria-label="Requests" className="grid">
        {rows.map((row) => (
          <RequestRow key={row.request.id} row={row} />
        ))}
      </ul>
      {next === null ? null : (
        <Link
          href={olderHref(query, { next, range })}
          prefetch={false}
          className="justify-self-start text-accent hover:underline"
        >
          Older requests
        </Link>
      )}
    </div>
  );
}

/** In absolute time: the next page must not be of a later range. */
function olderHref(
  { params }: RequestPageQuery,
  { next, range }: Pick<RequestPage, "next" | "range">,
): string {
  const older = new URLSearchParams(params);
  older.delete("range");
  older.set("from", new Date(range.from).toISOString());
  older.set("to", new Date(range.to).toISOString());
  if (next !== null) older.set("cursor", next);
  return `/requests?${older}`;
}

function NothingFound() {
  return (
    <p className="max-w-prose text-ink-2">
      Nothing that is kept matches. That proves nothing where the audit log was not read for this time: see{" "}
      <Link href="/clusters" prefetch={false} className="text-accent underline">
        Clusters
      </Link>
      .
    </p>
  );
}

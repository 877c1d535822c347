"use client";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Card } from "@/components/ui/card";
import { CONTROL } from "@/components/ui/control-class";
import { mappingsQuery } from "@/lib/search-params/clusters/cluster-queries";

const Editor = lazy(async () => ({ default: (await import("./editor")).Editor }));

/** What would another aws-auth do? It is worked out in the browser, while it is written. */
export function EditCard({ cluster }: { cluster: string }) {
  const [isOpen, open] = useState(false);
  const { data: base, isError } = useQuery({ ...mappingsQuery(cluster), enabled: isOpen });
  const isLoading = isOpen && base === undefined && !isError;
  return (
    <Card title="What if aws-auth were another?">
      <p className="mb-2 text-ink-2">
        Edit it here, or paste one: whose access would change is shown while you write. The text stays in this
        browser, and nothing is applied.
      </p>
      {isOpen ? null : (
        <button type="button" className={CONTROL} onClick={() => open(true)}>
          Try an edit
        </button>
      )}
      <noscript>
        <p className="text-open">Trying an edit needs JavaScript.</p>
      </noscript>
      {isError ? (
        <p className="text-open">The cluster's mappings could not be loaded. Reload the page.</p>
      ) : null}
      {isLoading ? LOADING : null}
      {base === undefined ? null : (
        <Suspense fallback={LOADING}>
          <Editor base={base} />
        </Suspense>
      )}
    </Card>
  );
}

const LOADING = <p className="text-ink-2">Loading…</p>;

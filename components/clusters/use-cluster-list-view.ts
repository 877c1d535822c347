import { useSearchParams } from "next/navigation";
import { useState } from "react";
import {
  type ClusterListView,
  loadClusterListView,
  printClusterListView,
} from "@/lib/search-params/clusters/cluster-list-view";

/** What is shown of the clusters, and how to change it; the address follows. */
export function useClusterListView(): readonly [ClusterListView, (view: ClusterListView) => void] {
  const known = useSearchParams();
  const [view, setView] = useState(() => loadClusterListView(new URLSearchParams(known)));
  const change = (next: ClusterListView) => {
    setView(next);
    window.history.replaceState(null, "", window.location.pathname + printClusterListView(next));
  };
  return [view, change];
}

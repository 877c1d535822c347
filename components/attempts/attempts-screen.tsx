"use client";
import { useState } from "react";
import { RawLines } from "@/components/raw-lines/raw-lines";
import { ActiveFilters } from "./toolbar/active-filters";
import { AttemptsOverview } from "./attempts-overview";
import { AttemptsResult } from "./attempts-result";
import { AttemptsToolbar } from "./toolbar/attempts-toolbar";
import { ListColumnsContext } from "./columns/list-columns-context";
import { useColumnsState } from "./columns/use-columns-state";
import { FacetPanel } from "./facets/facet-panel";
import { useLive } from "./live/use-live";
import { NoiseNote } from "./noise-note";
import { ParameterNotice } from "./parameter-notice";
import { SourceNotices } from "./source-notices";
import { useAttemptQueries } from "./use-attempt-queries";
import { useAttemptView } from "./use-attempt-view";

/** Who tried to get in. `nowMs` is the server's time of the first answer; later answers bring their own. */
export function AttemptsScreen({ nowMs: firstNowMs }: { nowMs: number }) {
  const [filtersOpen, setFiltersOpen] = useState(false);
  const { view, problems, place, opened, changeView, ...shown } = useAttemptView(firstNowMs);
  const columns = useColumnsState(shown.columns, shown.showColumns);
  const live = useLive(view);
  const queries = useAttemptQueries(view, live.state === "paused");
  const { coverage, facets, histogram } = queries;
  const nowMs = coverage?.nowMs ?? firstNowMs;
  return (
    <ListColumnsContext value={columns}>
      <AttemptsToolbar
        view={view}
        nowMs={nowMs}
        atMs={place.atMs}
        openId={opened.id}
        changeView={changeView}
        live={live}
        coverage={coverage}
        list={queries.list.data}
        filtersOpen={filtersOpen}
        onToggleFilters={() => setFiltersOpen(!filtersOpen)}
      />
      <div className="lg:grid lg:min-h-[80vh] lg:grid-cols-[14.5rem_minmax(0,1fr)]">
        <aside
          id="filters"
          aria-label="Filters"
          className={`border-line max-lg:border-b lg:sticky lg:top-11 lg:block lg:max-h-[calc(100vh-2.75rem)] lg:overflow-y-auto lg:border-r ${filtersOpen ? "" : "hidden"}`}
        >
          <FacetPanel view={view} facets={facets.data} changeView={changeView} />
        </aside>
        <div className="min-w-0">
          <ParameterNotice problems={problems} />
          {coverage === undefined ? null : <SourceNotices coverage={coverage} />}
          <ActiveFilters view={view} changeView={changeView} />
          <AttemptsOverview facets={facets.data} histogram={histogram.data} changeView={changeView} />
          {facets.data === undefined ? null : (
            <NoiseNote view={view} folded={facets.data.folded} changeView={changeView} />
          )}
          <RawLines view={view} nowMs={nowMs} changeView={changeView} />
          <AttemptsResult
            view={view}
            nowMs={nowMs}
            queries={queries}
            place={place}
            opened={opened}
            live={live}
            changeView={changeView}
          />
        </div>
      </div>
    </ListColumnsContext>
  );
}

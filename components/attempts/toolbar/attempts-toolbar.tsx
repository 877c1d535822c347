import { CONTROL } from "@/components/ui/control-class";
import { ShareButton } from "@/components/shares/share-button";
import { useIsAuditor } from "@/components/sign-in/signed-in-context";
import { CopyButton } from "@/components/ui/copy-button";
import type { CoverageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import type { FrozenList } from "@/lib/search-params/attempts/attempt-list-queries";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { toShareQuery } from "@/lib/search-params/attempts/share-link";
import { printColumns } from "@/lib/search-params/attempts/list-columns";
import { ColumnMenu } from "../columns/column-menu";
import { useListColumns } from "../columns/list-columns-context";
import { ExportMenu } from "../export/export-menu";
import { LiveButton } from "../live/live-button";
import type { Live } from "../live/use-live";
import { SavedViewsMenu } from "../views/saved-views-menu";
import { RangePicker } from "./range-picker";
import { SearchBox } from "./search/search-box";
import type { ViewChange } from "../use-attempt-view";

interface AttemptsToolbarProps {
  readonly view: AttemptView;
  readonly nowMs: number;
  readonly atMs: number | null;
  readonly openId: string | null;
  readonly changeView: ViewChange;
  readonly live: Live;
  readonly coverage: CoverageReport | undefined;
  /** What is listed; undefined = it is not there yet. */
  readonly list: FrozenList | undefined;
  readonly filtersOpen: boolean;
  readonly onToggleFilters: () => void;
}

export function AttemptsToolbar({
  view,
  nowMs,
  atMs,
  openId,
  changeView,
  live,
  coverage,
  list,
  filtersOpen,
  onToggleFilters,
}: AttemptsToolbarProps) {
  const { columns } = useListColumns();
  const mayExport = useIsAuditor();
  return (
    <div className="flex flex-wrap items-start gap-2 border-b border-line bg-surface px-4 py-2 md:sticky md:top-0 md:z-20 md:min-h-11">
      <RangePicker view={view} nowMs={nowMs} changeView={changeView} />
      <LiveButton live={live} coverage={coverage} clusters={view.cluster} />
      <button
        type="button"
        aria-expanded={filtersOpen}
        aria-controls="filters"
        className={`${CONTROL} lg:hidden`}
        onClick={onToggleFilters}
      >
        Filters
      </button>
      <div className="flex min-w-0 grow basis-40 max-sm:order-1 max-sm:basis-52">
        <SearchBox view={view} changeView={changeView} />
      </div>
      {list === undefined || list.total === 0 ? null : (
        <span className="max-md:hidden">
          <ColumnMenu />
        </span>
      )}
      {list === undefined || list.total === 0 || !mayExport ? null : (
        <span className="max-sm:hidden">
          <ExportMenu list={list} />
        </span>
      )}
      <CopyButton
        label="Copy link"
        text={() =>
          `${window.location.origin}/attempts${toShareQuery(view, nowMs, { atMs, openId, columns: printColumns(columns) })}`
        }
      />
      <span className="max-sm:hidden">
        <ShareButton />
      </span>
      <span className="ml-auto max-sm:order-2">
        <SavedViewsMenu view={view} />
      </span>
    </div>
  );
}

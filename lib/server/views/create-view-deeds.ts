import type {
  SavedView,
  SavedViewChange,
  SavedViewList,
  SavedViewOutcome,
} from "@/lib/domain/summarize/saved-view";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { ViewFile } from "@/lib/state/view-file";
import type { Asker } from "../access/asker";
import { viewsFile } from "../data-folder";
import type { DeedParts } from "../deeds/deed";
import { maySeeView } from "./see-view";

type ViewParts = Pick<DeedParts, "clock" | "investigations" | "audit">;
type Own = ViewParts & { readonly file: ViewFile };

/** What the engine does with saved views: who may not see all clusters sees those that name none of the others. */
export function createViewDeeds({ dataDir, ...parts }: ViewParts & Pick<DeedParts, "dataDir">) {
  const own = { ...parts, file: new ViewFile(viewsFile(dataDir), parts.clock) };
  return {
    listViews: {
      least: "viewer",
      run: async (asker: Asker, _query: null): Promise<SavedViewList> =>
        seen(own, asker, await own.file.list()),
    },
    changeViews: {
      least: "auditor",
      run: (asker: Asker, change: SavedViewChange): Promise<SavedViewOutcome> =>
        changeViews(own, asker, change),
    },
  } as const;
}

async function seen(own: Own, asker: Asker, list: SavedViewList): Promise<SavedViewList> {
  const isSeen = await createSight(own, asker);
  return { ...list, views: list.views.filter(isSeen) };
}

/** As if views that somebody may not see were not there. */
async function changeViews(own: Own, asker: Asker, change: SavedViewChange): Promise<SavedViewOutcome> {
  const before = await own.file.list();
  const isSeen = await createSight(own, asker);
  const view = "id" in change ? before.views.find(({ id }) => id === change.id) : undefined;
  const outcome: SavedViewOutcome =
    view !== undefined && !isSeen(view)
      ? { kind: "refused", message: "Somebody has deleted this view." }
      : await own.file.change(change, (about) => note(own, asker, { change, about, outcome: "done" }));
  if (outcome.kind === "done") return { kind: "done", list: await seen(own, asker, outcome.list) };
  await note(own, asker, { change, about: null, outcome: outcome.kind });
  return outcome;
}

async function createSight({ investigations, clock }: Own, { viewer }: Asker) {
  const all =
    viewer.clusters === "all" ? [] : (await investigations.reportCoverage(LOCAL_VIEWER, {})).clusters;
  const hidden = all.filter((cluster) => !viewer.clusters.includes(cluster));
  return (view: SavedView) => maySeeView(view, { viewer, hidden, nowMs: clock.now() });
}

interface Noted {
  readonly change: SavedViewChange;
  /** null = nothing was changed. */
  readonly about: SavedView | null;
  readonly outcome: "done" | "refused" | "failed";
}

function note({ audit }: Own, { viewer, peer }: Asker, { change, about, outcome }: Noted): Promise<void> {
  const id = about?.id ?? ("id" in change ? change.id.slice(0, 64) : null);
  const name = about?.name ?? ("name" in change ? change.name.slice(0, 200) : "");
  return audit.note({
    ...{ deed: "views-changed", viewer, peer, outcome, target: id === null ? "views" : `view ${id}` },
    facts: { change: change.kind, name, ...(about !== null && { query: about.query }) },
  });
}

/** A view of the attempts screen that somebody named, for all who use this Gatebook. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The query of its address, with the version it was written in, without `?`. */
  readonly query: string;
  /** When its filters were saved, in milliseconds since 1970, UTC. */
  readonly savedMs: number;
}

export type SavedViewChange =
  | { readonly kind: "save"; readonly name: string; readonly query: string }
  /** `seenMs`: the `savedMs` of the view as the asker saw it, so that nobody writes over what he has not seen. */
  | { readonly kind: "replace"; readonly id: string; readonly query: string; readonly seenMs: number }
  | { readonly kind: "rename"; readonly id: string; readonly name: string }
  | { readonly kind: "delete"; readonly id: string };

/** The views there are, by name. */
export interface SavedViewList {
  readonly views: readonly SavedView[];
  /** Why they cannot be read; null = all is well. */
  readonly problem: string | null;
  /** Names of damaged files of views that are kept aside in the data folder. */
  readonly setAside: readonly string[];
}

/** `refused`: it cannot be done, and says why; `failed`: the file cannot be read or written. Either way nothing was changed. */
export type SavedViewOutcome =
  | { readonly kind: "done"; readonly list: SavedViewList }
  | { readonly kind: "refused" | "failed"; readonly message: string };

/** In UTF-16 units, as a text field counts. */
export const LONGEST_VIEW_NAME = 80;
/** With the path before it an address stays below the 8 KiB that the server takes. */
export const LONGEST_VIEW_QUERY = 8_000;
export const MOST_VIEWS = 200;

const GONE = "Somebody has deleted this view.";

/** The views after a change: the same array where there is nothing to change; or a sentence that says why it cannot be. */
export function changeViews(
  views: readonly SavedView[],
  change: SavedViewChange,
  made: { readonly id: string; readonly nowMs: number },
): readonly SavedView[] | string {
  if (change.kind === "save") return saveView(views, change, made);
  const view = views.find(({ id }) => id === change.id);
  if (change.kind === "delete") return view === undefined ? views : views.filter((one) => one !== view);
  if (view === undefined) return GONE;
  const changed =
    change.kind === "rename" ? rename(views, view, change.name) : replace(view, change, made.nowMs);
  return typeof changed === "string" ? changed : views.map((one) => (one === view ? changed : one));
}

/** The view that a name means: blanks, case and how letters are composed tell no two apart. */
export function findViewByName(views: readonly SavedView[], name: string): SavedView | undefined {
  const folded = foldName(name);
  return views.find((view) => foldName(view.name) === folded);
}

/** Saving the same twice, as by a second press or after an answer that was lost, is saving it once. */
function saveView(
  views: readonly SavedView[],
  { name, query }: { readonly name: string; readonly query: string },
  { id, nowMs }: { readonly id: string; readonly nowMs: number },
): readonly SavedView[] | string {
  const sameName = findViewByName(views, name);
  if (sameName !== undefined && sameName.query === query) return views;
  const problem = whyNotNamed(name, sameName) ?? whyNotKept(query);
  if (problem !== null) return problem;
  if (views.length >= MOST_VIEWS) return `There are ${MOST_VIEWS} views already: delete one first.`;
  return [...views, { id, name: tidyName(name), query, savedMs: nowMs }];
}

function rename(views: readonly SavedView[], view: SavedView, name: string): SavedView | string {
  const sameName = findViewByName(
    views.filter((one) => one !== view),
    name,
  );
  return whyNotNamed(name, sameName) ?? { ...view, name: tidyName(name) };
}

function replace(
  view: SavedView,
  { query, seenMs }: { readonly query: string; readonly seenMs: number },
  nowMs: number,
): SavedView | string {
  if (view.query === query) return view;
  if (view.savedMs !== seenMs) return "Somebody has changed this view meanwhile: look at it first.";
  return whyNotKept(query) ?? { ...view, query, savedMs: Math.max(nowMs, view.savedMs + 1) };
}

function whyNotNamed(name: string, sameName: SavedView | undefined): string | null {
  const tidy = tidyName(name);
  if (tidy === "") return "A view needs a name.";
  if (tidy.length > LONGEST_VIEW_NAME) return `A name has at most ${LONGEST_VIEW_NAME} characters.`;
  return sameName === undefined ? null : "There is a view of this name already.";
}

function whyNotKept(query: string): string | null {
  return query.length > LONGEST_VIEW_QUERY ? "The view has too many filters to be saved." : null;
}

function tidyName(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim();
}

function foldName(name: string): string {
  return tidyName(name).toLowerCase();
}

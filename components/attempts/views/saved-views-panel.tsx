import { useIsAuditor } from "@/components/sign-in/signed-in-context";
import { NameForm } from "@/components/ui/name-form";
import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";
import { toVisibleString } from "@/components/ui/visible-text";
import { findViewByName, LONGEST_VIEW_NAME } from "@/lib/domain/summarize/saved-view";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { savedViewQuery } from "@/lib/search-params/attempts/saved-view-query";
import { SavedViewRow } from "./saved-view-row";
import { useSavedViews } from "./use-saved-views";

/** Saved views by name: open, rename, delete; and a name for the one on the screen. */
export function SavedViewsPanel({ view, close }: { view: AttemptView; close: () => void }) {
  const mayChange = useIsAuditor();
  const { list, problem, said, act } = useSavedViews();
  const { views = [], setAside = [] } = list ?? {};
  const query = savedViewQuery(view);
  const save = (name: string) => {
    const known = findViewByName(views, name);
    const shown = toVisibleString(name.trim());
    if (known === undefined) return act({ kind: "save", name, query }, `Saved ${shown}.`);
    const { id, savedMs } = known;
    return act({ kind: "replace", id, query, seenMs: savedMs }, `Replaced ${shown}.`);
  };
  return (
    <section aria-label="Saved views" className="grid w-96 max-w-full gap-2">
      {problem === null ? null : (
        <Notice title="The saved views cannot be shown.">
          <SafeText text={problem} />
        </Notice>
      )}
      {setAside.length === 0 ? null : (
        <p className="text-xs text-ink-2 wrap-anywhere">
          A damaged file of views is kept in the data folder as <SafeText text={setAside.join(", ")} />.
        </p>
      )}
      {problem !== null ? null : views.length === 0 ? (
        <p className="text-ink-2">{list === undefined ? "Reading saved views …" : "No view is saved yet."}</p>
      ) : (
        <ul className="-m-1 max-h-[45vh] overflow-y-auto p-1">
          {views.map((saved) => (
            <SavedViewRow
              key={saved.id}
              saved={saved}
              isShown={saved.query === query}
              act={act}
              close={close}
            />
          ))}
        </ul>
      )}
      {mayChange ? (
        <div className="border-t border-line pt-2">
          <NameForm
            label="Name of this view"
            initial=""
            longest={LONGEST_VIEW_NAME}
            action={(name) => (findViewByName(views, name) === undefined ? "Save" : "Replace")}
            about="Saved with its filters and time. All who use this Gatebook see it, and its name."
            onName={save}
          />
          <p role="status" className={`wrap-anywhere ${said.isDone ? "text-granted" : "text-denied"}`}>
            {said.text}
          </p>
        </div>
      ) : null}
    </section>
  );
}

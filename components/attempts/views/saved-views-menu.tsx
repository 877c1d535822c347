import dynamic from "next/dynamic";
import { Popover } from "@/components/ui/popover";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";

const SavedViewsPanel = dynamic(
  () => import("./saved-views-panel").then(({ SavedViewsPanel: panel }) => panel),
  { ssr: false, loading: () => <p className="w-96 max-w-full text-ink-2">Reading saved views …</p> },
);

/** The views that were saved for all, and a way to save this one. */
export function SavedViewsMenu({ view }: { view: AttemptView }) {
  return (
    <Popover label="Views" align="right">
      {(close) => <SavedViewsPanel view={view} close={close} />}
    </Popover>
  );
}

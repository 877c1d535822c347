import type { Investigations } from "@/lib/ports/investigations";
import type { Viewer } from "@/lib/ports/viewer";
import type { CollectedEvidence } from "@/lib/share/freeze-evidence";
import type { IncidentFolder } from "@/lib/state/incidents/incident-folder";

/** What a view is collected from, in the viewer's name. */
export interface Collecting {
  readonly investigations: Investigations;
  readonly incidents: IncidentFolder;
  readonly viewer: Viewer;
  readonly params: URLSearchParams;
  readonly nowMs: number;
}

export interface CollectedView {
  /** Of which something is in it. */
  readonly clusters: readonly string[];
  readonly evidence: CollectedEvidence;
}

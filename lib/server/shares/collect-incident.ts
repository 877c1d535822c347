import { entryWords } from "@/lib/domain/summarize/incidents/entry-words";
import { incidentEvidence } from "@/lib/domain/summarize/incidents/incident-evidence";
import { outlineOf } from "@/lib/domain/summarize/incidents/incident-outline";
import { maySeeIncident, summarizeIncident } from "@/lib/domain/summarize/incidents/see-incident";
import { scopeOf } from "../incidents/incident-parts";
import type { CollectedView, Collecting } from "./collecting";

/** An incident as whoever shares it sees it, with the records that it keeps; null = there is none for him. */
export async function collectIncident(asked: Collecting, id: string): Promise<CollectedView | null> {
  const found = await asked.incidents.read(id);
  if (found.kind !== "done") return null;
  const [scope, outline] = [scopeOf(asked), outlineOf(found.answer)];
  if (!maySeeIncident(outline, scope)) return null;
  const { kind, view, records } = incidentEvidence(found.answer, scope, asked.nowMs);
  const { said: _said, mayChange: _mayChange, ...told } = view;
  const timeline = view.entries.map((entry) => ({ timeMs: entry.timeMs, text: entryWords(entry) }));
  return {
    clusters: summarizeIncident(outline, scope).clusters,
    evidence: {
      ...{ kind, title: view.title, content: { timeline, ...told } },
      records: records.map(({ recordId, kind: what, text, note }) => {
        return { recordId, kind: what === "line" ? "line" : "event", text, note };
      }),
    },
  };
}

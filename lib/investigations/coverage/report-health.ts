import type { Health } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { readCoverage } from "./read-coverage";

/** Degraded = at least one source cannot be read, or nothing can be stored. */
export async function reportHealth(_viewer: Viewer, context: InvestigationContext): Promise<Health> {
  const { store, about } = context;
  const [sources, attempts, storage] = await Promise.all([
    readCoverage(context),
    store.countAttempts(),
    store.storage(),
  ]);
  const isDegraded = storage.state === "full" || sources.some(({ state }) => state === "failed");
  return { status: isDegraded ? "degraded" : "ok", attempts, storage, ...about };
}

import type { Health } from "@/lib/domain/summarize/coverage-report";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";
import { readCoverage } from "./read-coverage";

/** Degraded = at least one source cannot be read. */
export async function reportHealth(_viewer: Viewer, context: InvestigationContext): Promise<Health> {
  const { store, about } = context;
  const [sources, attempts] = await Promise.all([readCoverage(context), store.countAttempts()]);
  const status = sources.some(({ state }) => state === "failed") ? "degraded" : "ok";
  return { status, attempts, ...about };
}

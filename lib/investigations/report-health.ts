import type { Health } from "@/lib/domain/summarize/coverage-report";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";

/** Degraded = at least one source cannot be read. */
export async function reportHealth(_viewer: Viewer, { store, about }: InvestigationContext): Promise<Health> {
  const [sources, attempts] = await Promise.all([store.coverage(), store.countAttempts()]);
  const status = sources.some(({ state }) => state === "failed") ? "degraded" : "ok";
  return { status, attempts, ...about };
}

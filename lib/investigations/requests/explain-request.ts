import type { RequestDetail } from "@/lib/domain/summarize/requests/request-page";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { traceRequest } from "../chains/trace-request";

/** One request with its record and the attempts that may have let it in; null = no such request is kept. */
export async function explainRequest(
  _viewer: Viewer,
  { id }: { readonly id: string },
  { store }: InvestigationContext,
): Promise<RequestDetail | null> {
  const request = await store.findRequest(id);
  if (request === null) return null;
  const { recordId, recordMs } = request;
  const [attempts, records] = await Promise.all([
    store.attemptsBefore([request]),
    store.readLines([recordId], { from: recordMs, to: recordMs + 1 }),
  ]);
  const traced = traceRequest(request, attempts);
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  return {
    ...traced,
    attempts: traced.sessions.flatMap(({ attemptId }) => byId.get(attemptId) ?? []),
    record: records[0] ?? null,
  };
}

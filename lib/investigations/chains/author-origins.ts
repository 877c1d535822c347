import type { ConfigurationChange } from "@/lib/domain/summarize/configuration/configuration-change";
import type { EventStore } from "@/lib/ports/event-store";
import { traceRequest } from "./trace-request";

type Change = Omit<ConfigurationChange, "effects" | "origin">;

/** Who is behind the authors of changes: of a request to the Kubernetes API by its session, else by the access key. */
export async function authorOrigins(
  changes: readonly Change[],
  store: EventStore,
): Promise<ReadonlyMap<Change, ConfigurationChange["origin"]>> {
  const origins = new Map<Change, ConfigurationChange["origin"]>();
  for (const change of changes) {
    const found = (await byRequest(change, store)) ?? (await byKey(change, store));
    if (found !== null) origins.set(change, found);
  }
  return origins;
}

async function byRequest({ evidence }: Change, store: EventStore): Promise<ConfigurationChange["origin"]> {
  const request = evidence?.requestId == null ? null : await store.findRequest(evidence.requestId);
  if (request === null) return null;
  const { origin } = traceRequest(request, await store.attemptsBefore([request]));
  return origin === null ? null : pick(origin);
}

/** A key that was used at a cluster leads to who is behind it. */
async function byKey({ by }: Change, store: EventStore): Promise<ConfigurationChange["origin"]> {
  const key = by?.accessKeyId ?? null;
  const facts = key === null ? null : await store.readIdentity({ kind: "key", value: key });
  const [only, ...others] = facts?.origins ?? [];
  if (only === undefined || others.length > 0) return null;
  const [sure] = only.sure;
  return pick({ ...only, confidence: sure?.confidence ?? null });
}

function pick({ kind, name, confidence }: NonNullable<ConfigurationChange["origin"]>) {
  return { kind, name, confidence };
}

import type { Attempt, KubernetesIdentity } from "@/lib/domain/correlate/attempt";
import type { SessionMark } from "@/lib/domain/correlate/request-sessions";
import type { InvestigationContext } from "../investigation-context";

/** What requests of an attempt's session show: its key, which CloudTrail's record of the check tells where the log does not. */
export async function markOfAttempt(
  { id, caller, timeMs }: Attempt,
  kubernetes: KubernetesIdentity,
  store: InvestigationContext["store"],
): Promise<Omit<SessionMark, "timeMs">> {
  const { accessKeyId = null, sessionName = null } = caller ?? {};
  if (accessKeyId !== null) return { caller: { accessKeyId, sessionName }, kubernetes };
  const known = await store.knownSessions([id], { from: timeMs, to: timeMs + 1 });
  const recorded = known.get(id)?.start?.credentials.accessKeyId ?? null;
  return { caller: { accessKeyId: recorded, sessionName }, kubernetes };
}

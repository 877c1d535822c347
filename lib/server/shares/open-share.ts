import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import type { ShareOutcome } from "@/lib/domain/summarize/evidence/share-view";
import { hasRole, seesCluster } from "@/lib/ports/viewer";
import type { ShareHead } from "@/lib/state/shares/share";
import type { Asker } from "../access/asker";
import { noteShare } from "./note-share";
import { NOT_THERE, type ShareParts } from "./share-parts";
import { opensBySecret } from "./share-secret";

export interface ShareKey {
  readonly id: string;
  /** null = none is given. */
  readonly secret: string | null;
}

/**
 * Opens what was shared for who signed in and may see it, or for anyone who has the secret. Missing, deleted, expired,
 * revoked and wrong are one answer (facts: security §3.4).
 */
export async function openShare(
  parts: ShareParts,
  asker: Asker,
  { id, secret }: ShareKey,
): Promise<ShareOutcome<Evidence>> {
  const seconds = secret === null ? null : parts.tries.take(asker.peer ?? "unknown");
  if (seconds !== null) return { kind: "wait", seconds, message: `Try again in ${seconds} seconds.` };
  const head = await parts.folder.head(id);
  const bySecret = secret !== null && mayByLink(parts, head, secret);
  const may = head !== null && (bySecret || maySignedIn(asker, head));
  const share = may ? await parts.folder.read(id) : null;
  const by = bySecret ? "link" : "sign-in";
  const outcome = share === null ? "refused" : "done";
  await noteShare(parts, asker, { deed: "share-opened", id: id.slice(0, 64), outcome, facts: { by } });
  return share === null ? NOT_THERE : { kind: "done", answer: share.evidence };
}

function mayByLink(parts: ShareParts, head: ShareHead | null, secret: string): boolean {
  const isRight = opensBySecret(head?.link ?? null, secret, parts.clock.now());
  return isRight && parts.allowsAnyoneLinks && head?.level !== "R0";
}

function maySignedIn({ viewer }: Asker, { level, clusters }: ShareHead): boolean {
  if (!hasRole(viewer, level === "R0" ? "auditor" : "viewer")) return false;
  return clusters.every((cluster) => seesCluster(viewer, cluster));
}

import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import type { ShareOutcome } from "@/lib/domain/summarize/evidence/share-view";
import { hasRole, seesCluster } from "@/lib/ports/viewer";
import type { ShareHead } from "@/lib/state/shares/share";
import type { Asker } from "../access/asker";
import { tryKey } from "../web/try-key";
import { NOT_THERE, type ShareParts } from "./share-parts";
import { opensBySecret } from "./share-secret";

export interface ShareKey {
  readonly id: string;
  /** null = none is given. */
  readonly secret: string | null;
}

/**
 * Opens what was shared for who signed in and may see it, or for anyone who has the secret. Missing, deleted, expired,
 * revoked and wrong are one answer. Only what opens nothing counts as a try (facts: security §3.4).
 */
export async function openShare(
  parts: ShareParts,
  asker: Asker,
  { id, secret }: ShareKey,
): Promise<ShareOutcome<Evidence>> {
  const head = await parts.folder.head(id);
  const signedIn = head !== null && maySignedIn(asker, head);
  const byLink = !signedIn && secret !== null && mayByLink(parts, head, secret);
  const by = signedIn || secret === null ? "sign-in" : "link";
  const seconds = by === "link" ? tryLink(parts, asker, byLink) : null;
  const share = (signedIn || byLink) && seconds === null ? await parts.folder.read(id) : null;
  await parts.openings.note(asker, { id, by, outcome: share === null ? "refused" : "done" });
  if (seconds !== null) return { kind: "wait", seconds, message: `Try again in ${seconds} seconds.` };
  return share === null ? NOT_THERE : { kind: "done", answer: share.evidence };
}

/** In how many seconds a secret may be tried, also a right one; null = now. */
function tryLink({ tries }: ShareParts, { peer }: Asker, isRight: boolean): number | null {
  return isRight ? tries.look(tryKey(peer)) : tries.take(tryKey(peer));
}

function mayByLink(parts: ShareParts, head: ShareHead | null, secret: string): boolean {
  const isRight = opensBySecret(head?.link ?? null, secret, parts.clock.now());
  return isRight && parts.allowsAnyoneLinks && head?.level !== "R0";
}

function maySignedIn({ viewer }: Asker, { level, clusters }: ShareHead): boolean {
  if (!hasRole(viewer, level === "R0" ? "auditor" : "viewer")) return false;
  return clusters.every((cluster) => seesCluster(viewer, cluster));
}

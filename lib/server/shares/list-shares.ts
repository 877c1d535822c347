import type { ShareList, ShareSummary } from "@/lib/domain/summarize/evidence/share-view";
import { hasRole, seesCluster } from "@/lib/ports/viewer";
import type { ShareHead } from "@/lib/state/shares/share";
import type { Asker } from "../access/asker";
import { levelsOf, mayMakeLinks, type ShareParts } from "./share-parts";

type Told = Partial<Pick<ShareList, "madeId" | "secret" | "preview">>;

/** One's own shares; an admin's are all. `told`: what was made just now. */
export async function listShares(parts: ShareParts, asker: Asker, told: Told = {}): Promise<ShareList> {
  const { heads, problems } = await parts.folder.list();
  const isAdmin = hasRole(asker.viewer, "admin");
  const nowMs = parts.clock.now();
  return {
    shares: heads.filter((head) => mayChangeShare(asker, head)).map((head) => summarize(head, nowMs)),
    problems: isAdmin ? problems : [],
    allowsLinks: mayMakeLinks(parts, asker),
    levels: levelsOf(asker.viewer),
    ...{ madeId: null, secret: null, preview: null },
    ...told,
  };
}

/** To see a share is not to be allowed to change it; its owner knows of it as long as he may see its clusters. */
export function mayChangeShare(
  { viewer }: Asker,
  { ownerId, clusters }: Pick<ShareHead, "ownerId" | "clusters">,
): boolean {
  if (hasRole(viewer, "admin")) return true;
  const isOwn = hasRole(viewer, "auditor") && viewer.id === ownerId;
  return isOwn && clusters.every((cluster) => seesCluster(viewer, cluster));
}

function summarize(
  { link, ownerId: _ownerId, clusters: _clusters, ...head }: ShareHead,
  nowMs: number,
): ShareSummary {
  return { ...head, linkExpiresMs: link === null || link.expiresMs <= nowMs ? null : link.expiresMs };
}

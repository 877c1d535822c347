import type { ShareChange, ShareList, ShareOutcome } from "@/lib/domain/summarize/evidence/share-view";
import type { AuditedDeed } from "@/lib/ports/own-audit-log";
import type { Asker } from "../access/asker";
import { createShare, previewShare, whyNoLink } from "./create-share";
import { listShares, mayChangeShare } from "./list-shares";
import { noteShare } from "./note-share";
import { NOT_THERE, type ShareParts } from "./share-parts";
import { newShareSecret } from "./share-secret";

type OfOne = Extract<ShareChange, { readonly id: string }>;

const DEEDS: Readonly<Record<OfOne["kind"], AuditedDeed>> = {
  "renew-link": "share-renewed",
  "revoke-link": "share-revoked",
  delete: "share-deleted",
};

/** Previews, makes, renews, revokes or deletes. Of others' shares only admins are told that they are there. */
export async function changeShares(
  parts: ShareParts,
  asker: Asker,
  change: ShareChange,
): Promise<ShareOutcome<ShareList>> {
  if (change.kind === "preview") return await previewShare(parts, asker, change);
  if (change.kind === "create") return await createShare(parts, asker, change);
  const head = await parts.folder.head(change.id);
  const deed = DEEDS[change.kind];
  if (head === null || !mayChangeShare(asker, head)) {
    await noteShare(parts, asker, { deed, id: change.id.slice(0, LONGEST_NOTED), outcome: "refused" });
    return NOT_THERE;
  }
  const refusal = change.kind === "renew-link" ? whyNoLink(parts, asker, head.level) : null;
  await noteShare(parts, asker, { deed, id: change.id, outcome: refusal === null ? "done" : "refused" });
  if (refusal !== null) return refusal;
  return { kind: "done", answer: await listShares(parts, asker, { secret: await apply(parts, change) }) };
}

const LONGEST_NOTED = 64;

/** Gives the secret of a link that was made. */
async function apply({ folder, clock }: ShareParts, change: OfOne): Promise<string | null> {
  if (change.kind === "renew-link") {
    const { secret, link } = newShareSecret(clock.now(), change.linkHours);
    await folder.setLink(change.id, link);
    return secret;
  }
  await (change.kind === "delete" ? folder.remove(change.id) : folder.setLink(change.id, null));
  return null;
}

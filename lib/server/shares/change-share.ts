import type { ShareChange, ShareList, ShareOutcome } from "@/lib/domain/summarize/evidence/share-view";
import type { AuditedDeed } from "@/lib/ports/own-audit-log";
import type { ShareLink } from "@/lib/state/shares/share";
import type { Asker } from "../access/asker";
import { createShare, previewShare, whyNoLink } from "./create-share";
import { listShares, mayChangeShare } from "./list-shares";
import { audienceOf, doNoted, noteShare } from "./note-share";
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
  const { level, ownerName: owner } = head;
  if (refusal !== null) {
    await noteShare(parts, asker, { deed, id: change.id, outcome: "refused", facts: { level, owner } });
    return refusal;
  }
  const made = change.kind === "renew-link" ? newShareSecret(parts.clock.now(), change.linkHours) : null;
  // Of what is deleted, what ends: to whom it opened.
  const link = change.kind === "delete" ? head.link : (made?.link ?? null);
  const facts = { level, owner, ...audienceOf(link) };
  await doNoted(parts, asker, { deed, id: change.id, facts }, () => apply(parts, change, link));
  return { kind: "done", answer: await listShares(parts, asker, { secret: made?.secret ?? null }) };
}

const LONGEST_NOTED = 64;

async function apply({ folder }: ShareParts, { kind, id }: OfOne, link: ShareLink | null): Promise<void> {
  await (kind === "delete" ? folder.remove(id) : folder.setLink(id, link));
}

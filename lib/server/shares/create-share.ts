import { randomBytes } from "node:crypto";
import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import {
  LONGEST_SHARE_NOTE,
  type ShareList,
  type ShareOutcome,
  type ShareWish,
} from "@/lib/domain/summarize/evidence/share-view";
import { freezeEvidence } from "@/lib/share/freeze-evidence";
import { newShareId } from "@/lib/state/shares/share-id";
import type { Asker } from "../access/asker";
import { whoOf } from "../audit/who-of";
import { collectEvidence } from "./collect-evidence";
import { listShares } from "./list-shares";
import { audienceOf, doNoted, noteShare } from "./note-share";
import { levelsOf, mayMakeLinks, type ShareParts } from "./share-parts";
import { newShareSecret } from "./share-secret";

const LONGEST_NOTED_VIEW = 1_000;

interface Frozen {
  readonly evidence: Evidence;
  readonly clusters: readonly string[];
  readonly key: string;
}

/** What they will see; nothing is kept, but that it was seen. */
export async function previewShare(
  parts: ShareParts,
  asker: Asker,
  wish: ShareWish,
): Promise<ShareOutcome<ShareList>> {
  const frozen = await freeze(parts, asker, wish);
  if (frozen.kind !== "done") return frozen;
  const { view, level } = wish;
  const target = `what would be shared of ${view.slice(0, LONGEST_NOTED_VIEW)}`;
  await parts.audit.note({ deed: "view", ...whoOf(asker), target, outcome: "done", facts: { level } });
  return { kind: "done", answer: await listShares(parts, asker, { preview: frozen.answer.evidence }) };
}

/** Freezes a view and keeps it. */
export async function createShare(
  parts: ShareParts,
  asker: Asker,
  wish: ShareWish & { readonly linkHours: number | null },
): Promise<ShareOutcome<ShareList>> {
  const { linkHours, level } = wish;
  const refusal = linkHours === null ? null : whyNoLink(parts, asker, level);
  const frozen = refusal ?? (await freeze(parts, asker, wish));
  const id = newShareId();
  if (frozen.kind !== "done") {
    const facts = { level, view: wish.view.slice(0, LONGEST_NOTED_VIEW) };
    await noteShare(parts, asker, { deed: "share-created", id, outcome: "refused", facts });
    return frozen;
  }
  const nowMs = parts.clock.now();
  const made = linkHours === null ? null : newShareSecret(nowMs, linkHours);
  const owner = { ownerId: asker.viewer.id, ownerName: asker.viewer.name, createdMs: nowMs, view: wish.view };
  const link = made?.link ?? null;
  const view = wish.view.slice(0, LONGEST_NOTED_VIEW);
  const facts = { level, ...audienceOf(link), view };
  const share = { id, ...owner, link, ...frozen.answer };
  await doNoted(parts, asker, { deed: "share-created", id, facts }, () => parts.folder.add(share));
  const told = { madeId: id, secret: made?.secret ?? null };
  return { kind: "done", answer: await listShares(parts, asker, told) };
}

/** Why nobody may make a link of it; null = he may. */
export function whyNoLink(parts: ShareParts, asker: Asker, level: Evidence["level"]) {
  if (level === "R0") return refuse("What is not redacted opens only for who signs in.");
  if (mayMakeLinks(parts, asker)) return null;
  return refuse("Links that open for anyone are not allowed in this Gatebook.");
}

async function freeze(parts: ShareParts, asker: Asker, wish: ShareWish): Promise<ShareOutcome<Frozen>> {
  const { view, level, note } = wish;
  const { viewer } = asker;
  if (!levelsOf(viewer).includes(level)) return refuse(`You may not share at ${level}.`);
  if (note.length > LONGEST_SHARE_NOTE) return refuse(`A note has at most ${LONGEST_SHARE_NOTE} characters.`);
  const { investigations, incidents, clock } = parts;
  const nowMs = clock.now();
  const collected = await collectEvidence({ investigations, incidents, viewer, nowMs }, view);
  if (collected === null) return refuse("There is nothing at this view that can be shared.");
  const key = randomBytes(32).toString("hex");
  const freezing = { level, key, madeMs: nowMs, sharedBy: viewer.name, note, view };
  const evidence = freezeEvidence(collected.evidence, freezing);
  return { kind: "done", answer: { evidence, clusters: collected.clusters, key } };
}

function refuse(message: string) {
  return { kind: "refused", message } as const;
}

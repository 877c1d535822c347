import { wrongEvidenceFields } from "@/lib/domain/summarize/evidence/is-evidence";
import { readOwnFile } from "../read-own-file";
import type { Share, ShareLink } from "./share";

export const SHARE_FILE_FORMAT = 1;

/** Many times what a share holds. */
const LONGEST_FILE = 128 * 1024 ** 2;

export type ShareFileContent =
  | { readonly kind: "share"; readonly share: Share }
  | { readonly kind: "newer" | "damaged" | "not-there" };

/** What the file of the share `id` holds; a copy under another name is not it. Rejects as the file system does. */
export async function readShareFile(path: string, id: string): Promise<ShareFileContent> {
  const content = await readOwnFile(path, { format: SHARE_FILE_FORMAT, longest: LONGEST_FILE });
  if (content.kind !== "fields") return { kind: content.kind };
  const { share } = content.fields;
  return isShare(share) && share.id === id ? { kind: "share", share } : { kind: "damaged" };
}

function isShare(value: unknown): value is Share {
  if (!isObject(value) || wrongEvidenceFields(value.evidence).length > 0) return false;
  const { clusters, link, createdMs } = value;
  const texts = [value.id, value.ownerId, value.ownerName, value.view, value.key];
  const areTexts = (list: readonly unknown[]) => list.every((text) => typeof text === "string");
  return (
    areTexts(texts) && Array.isArray(clusters) && areTexts(clusters) && isNumber(createdMs) && isLink(link)
  );
}

function isLink(value: unknown): value is ShareLink | null {
  if (value === null) return true;
  return isObject(value) && typeof value.secretSha256 === "string" && isNumber(value.expiresMs);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

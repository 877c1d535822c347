import { readFile } from "node:fs/promises";
import type { Share, ShareLink } from "./share";

export const SHARE_FILE_FORMAT = 1;

/** null = damaged, or of a newer Gatebook. Rejects as the file system does. */
export async function readShareFile(path: string, id: string): Promise<Share | null> {
  const text = await readFile(path, "utf8");
  try {
    const { format, share } = JSON.parse(text) as { readonly format?: unknown; readonly share?: unknown };
    return format === SHARE_FILE_FORMAT && isShare(share) && share.id === id ? share : null;
  } catch {
    return null;
  }
}

function isShare(value: unknown): value is Share {
  if (!isObject(value) || !isObject(value.evidence)) return false;
  const { clusters, link, createdMs } = value;
  const texts = [value.id, value.ownerId, value.ownerName, value.view, value.key, value.evidence.title];
  const areTexts = (list: readonly unknown[]) => list.every((text) => typeof text === "string");
  const hasWords = areTexts(texts) && areTexts([value.evidence.kind, value.evidence.level]);
  return hasWords && Array.isArray(clusters) && areTexts(clusters) && isNumber(createdMs) && isLink(link);
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

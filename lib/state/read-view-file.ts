import { open, readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { LONGEST_VIEW_NAME, LONGEST_VIEW_QUERY, type SavedView } from "@/lib/domain/summarize/saved-view";

export const VIEW_FILE_FORMAT = 1;

/** Many times what a file of views can hold. */
const LONGEST_FILE = 16 * 1024 ** 2;

const LONGEST_ID = 64;

/** `newer`: another version's, not to be touched; `damaged`: nobody's. */
export type ViewFileContent =
  | { readonly kind: "views"; readonly views: readonly SavedView[] }
  | { readonly kind: "newer" | "damaged" };

/** What the file holds; no views where there is none. Throws as the file system does. */
export async function readViewFile(path: string): Promise<ViewFileContent> {
  const text = await readText(path);
  return text === null ? { kind: "damaged" } : parseViews(text);
}

/** Names of the damaged files that were set aside. */
export async function findAsideOf(path: string): Promise<string[]> {
  const names = await readdir(dirname(path));
  return names.filter((name) => name.startsWith(`${basename(path)}.damaged-`)).sort();
}

/** Empty where there is no file; null = it is far too long to be ours. */
async function readText(path: string): Promise<string | null> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return null;
  });
  if (file === null) return `{"format":${VIEW_FILE_FORMAT},"views":[]}`;
  try {
    const { size } = await file.stat();
    return size > LONGEST_FILE ? null : await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

function parseViews(text: string): ViewFileContent {
  const { format, views } = parseObject(text);
  if (typeof format === "number" && format > VIEW_FILE_FORMAT) return { kind: "newer" };
  const isOurs = format === VIEW_FILE_FORMAT && Array.isArray(views) && views.every(isView);
  if (!isOurs || new Set(views.map(({ id }) => id)).size < views.length) return { kind: "damaged" };
  return { kind: "views", views };
}

/** Some editors begin a text with a byte order mark. */
function parseObject(text: string): { readonly format?: unknown; readonly views?: unknown } {
  try {
    return Object(JSON.parse(text.replace(/^\uFEFF/, ""))) as object;
  } catch {
    return {};
  }
}

function isView(value: unknown): value is SavedView {
  const { id, name, query, savedMs } = Object(value) as Partial<Record<keyof SavedView, unknown>>;
  const isText = (text: unknown, longest: number) => typeof text === "string" && text.length <= longest;
  return (
    isText(id, LONGEST_ID) &&
    isText(name, LONGEST_VIEW_NAME) &&
    isText(query, LONGEST_VIEW_QUERY) &&
    typeof savedMs === "number"
  );
}

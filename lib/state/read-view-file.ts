import { readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { LONGEST_VIEW_NAME, LONGEST_VIEW_QUERY, type SavedView } from "@/lib/domain/summarize/saved-view";
import { readOwnFile } from "./read-own-file";

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
  const content = await readOwnFile(path, { format: VIEW_FILE_FORMAT, longest: LONGEST_FILE });
  if (content.kind === "not-there") return { kind: "views", views: [] };
  return content.kind === "fields" ? toViews(content.fields) : { kind: content.kind };
}

function toViews({ views }: Readonly<Record<string, unknown>>): ViewFileContent {
  const isOurs = Array.isArray(views) && views.every(isView);
  if (!isOurs || new Set(views.map(({ id }) => id)).size < views.length) return { kind: "damaged" };
  return { kind: "views", views };
}

/** Names of the damaged files that were set aside. */
export async function findAsideOf(path: string): Promise<string[]> {
  const names = await readdir(dirname(path));
  return names.filter((name) => name.startsWith(`${basename(path)}.damaged-`)).sort();
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

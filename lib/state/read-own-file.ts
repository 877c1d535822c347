import { open } from "node:fs/promises";

/** `newer`: another version's, not to be touched; `damaged`: nobody's. */
export type OwnFileContent =
  | { readonly kind: "fields"; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: "newer" | "damaged" | "not-there" };

interface OwnFile {
  /** The version that is read. */
  readonly format: number;
  /** In bytes; what is longer is not ours. */
  readonly longest: number;
}

/** The fields of a file of JSON that people's work stands in. Throws as the file system does. */
export async function readOwnFile(path: string, { format, longest }: OwnFile): Promise<OwnFileContent> {
  const text = await readText(path, longest);
  if (text === null) return { kind: "not-there" };
  const fields = parseObject(text);
  if (typeof fields.format === "number" && fields.format > format) return { kind: "newer" };
  return fields.format === format ? { kind: "fields", fields } : { kind: "damaged" };
}

/** null where there is no file; empty where it is too long. */
async function readText(path: string, longest: number): Promise<string | null> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return null;
  });
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    return size > longest ? "" : await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

/** Some editors begin a text with a byte order mark. */
function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text.replace(/^\uFEFF/, ""))) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type FileOptions, type FileResult, failedFile } from "./file-result";
import { readFile } from "./read-file";

/** Files and folders (with all below them) one after the other, in the order of their names. Never throws. */
export function* readPaths(paths: readonly string[], options: FileOptions): Generator<FileResult> {
  for (const path of paths) {
    const files = listFiles(path);
    if (typeof files === "string") yield failedFile(path, files);
    else for (const file of files) yield* readFile(file, options);
  }
}

function listFiles(path: string): string[] | string {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const entries = readdirSync(path, { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    return files.length === 0 ? "is a folder without files" : files.sort();
  } catch (error) {
    return (error as { code?: string }).code === "ENOENT"
      ? "does not exist"
      : String((error as Error).message);
  }
}

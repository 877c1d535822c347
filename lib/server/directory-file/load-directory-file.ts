import {
  type DirectoryReading,
  readDirectoryFile,
} from "@/lib/domain/parse/directory-file/read-directory-file";
import { loadText } from "@/lib/sources/files/load-text";

/** What a directory file holds; `problem`: it cannot be read at all, and why. */
export interface LoadedDirectory extends DirectoryReading {
  readonly problem: string | null;
}

/** Reads the operator's directory file. Never throws. */
export function loadDirectoryFile(path: string): LoadedDirectory {
  const loaded = loadText(path);
  if ("problem" in loaded) return { entries: [], findings: [], problem: loaded.problem };
  return { ...readDirectoryFile(loaded.text), problem: null };
}

import { formatStamp } from "../../time/format-time";
import type { StorageReport } from "./coverage-report";

const MIB = 1024 ** 2;

/** What people must know of the data folder, in plain sentences, UTC; none where all is well. */
export function storageSentences({ state, sinceMs, freeBytes, setAside }: StorageReport): string[] {
  const sentences: string[] = [];
  if (state === "full") {
    const since = sinceMs === null ? "" : ` since ${formatStamp(Math.floor(sinceMs / 1000) * 1000)}`;
    const left = freeBytes === null ? "" : ` (${Math.floor(freeBytes / MIB)} MiB are free)`;
    sentences.push(
      `The disk of the data folder is full${left}: nothing new is stored${since}. What is stored is shown; make room, and reading goes on by itself.`,
    );
  }
  if (setAside.length > 0) {
    sentences.push(
      `A damaged file of the data folder was set aside as ${setAside.join(", ")}: its events are read anew, as far as the sources still have them.`,
    );
  }
  return sentences;
}

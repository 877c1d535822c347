import { authorName } from "../../explain/culprit-sentence";
import { changeTitle } from "../configuration/change-title";
import type { EntryView, RemovedView } from "./incident-view";

export const REMOVED_WORDS: Readonly<Record<RemovedView["was"], string>> = {
  attempt: "an attempt",
  change: "a change",
  note: "a note",
};

/** One entry of the timeline as plain text, without its time. */
export function entryWords(entry: EntryView): string {
  switch (entry.kind) {
    case "attempt":
      return `${entry.attempt.decision}: ${entry.sentence.map(({ text }) => text).join("")}`;
    case "change": {
      const by = entry.change.by === null ? "" : ` by ${authorName(entry.change.by)}`;
      return `change at ${entry.cluster}: ${changeTitle(entry.change)}${by}`;
    }
    case "note":
      return `note by ${entry.by}: ${entry.text}`;
    case "removed":
      return `${REMOVED_WORDS[entry.was]} was removed by ${entry.removed.by}`;
  }
}

import { addEntry } from "./add-entry";
import type { Correction } from "./correction";
import { renameField, renameList } from "./rename-key";
import { repairList } from "./repair-list";
import { replaceValue } from "./replace-value";

/** A ConfigMap holds no more than 1 MiB, and people's are of some kilobytes; each try reads the whole text. */
const LONGEST = 200_000;

/**
 * The text of a ConfigMap with one thing corrected, after which the authenticator reads it as meant, and all else as before:
 * each try is read again before it is given. null = it cannot be done so, line for line: the text is another one, or is written
 * too unusually.
 */
export function correctText(text: string, correction: Correction): string | null {
  if (text.length > LONGEST) return null;
  switch (correction.kind) {
    case "value":
      return replaceValue(text, correction);
    case "key":
      return renameList(text, correction);
    case "field":
      return renameField(text, correction);
    case "list":
      return repairList(text, correction);
    case "entry":
      return addEntry(text, correction);
  }
}

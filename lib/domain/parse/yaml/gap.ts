import { isBlank, isBreak, TAB } from "./characters";
import { codeAt, columnOf, markOf, type Scanner, takeBreak } from "./scanner";
import { failAsScanner } from "./yaml-problem";

/** Blanks and line breaks between two words of a scalar. */
export interface Gap {
  readonly at: number;
  readonly isBroken: boolean;
  /** What it stands for in the value. */
  readonly text: string;
}

/**
 * Folds: one break is a blank, each further one a line feed; blanks beside breaks are nothing. `isBroken` = a break came
 * before that counts for nothing. A tab before column `indent` of a new line is refused.
 */
export function takeGap(scan: Scanner, { isBroken = false, indent = 0 } = {}): Gap {
  const at = scan.at;
  let [blanks, first, rest, broken] = ["", "", "", isBroken];
  for (let code = codeAt(scan); isBlank(code) || isBreak(code); code = codeAt(scan)) {
    if (isBreak(code)) {
      const taken = takeBreak(scan);
      if (broken) rest += taken;
      else first = taken;
      broken = true;
    } else {
      if (broken && code === TAB && columnOf(scan) < indent)
        failAsScanner("found a tab character that violates indentation", markOf(scan));
      if (!broken) blanks += scan.text.charAt(scan.at);
      scan.at++;
    }
  }
  if (!broken) return { at, isBroken: false, text: blanks };
  return { at, isBroken: true, text: first === "\n" ? rest || " " : first + rest };
}

import { reasonOfDenial } from "../../../explain/reasons/denial-reason";
import type { ValuePattern } from "../attempt-filter";
import { matchesPattern, occursIn } from "./value-pattern";

/** Whether an error text is of a reason: by its code, or because the words stand in it. */
export function reasonMatches(pattern: ValuePattern, error: string): boolean {
  const code = reasonOfDenial(error);
  return (code !== null && matchesPattern(pattern, code)) || occursIn(pattern, error);
}

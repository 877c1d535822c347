/**
 * What a check of the chain of hashes found. `intact` counts the lines that are as they were written, from the first on.
 * `broken` names the first line that is not, from 1.
 */
export type AuditVerdict =
  | {
      readonly kind: "intact";
      readonly intact: number;
      /** Of the last line; null = there is none. */
      readonly hash: string | null;
      /** A last line that was never finished, or is just being written. */
      readonly halfLine: boolean;
    }
  | { readonly kind: "broken"; readonly intact: number; readonly line: number; readonly why: string };

/** In a sentence. */
export function tellVerdict(verdict: AuditVerdict): string {
  const { intact } = verdict;
  if (verdict.kind === "broken")
    return `Broken at line ${verdict.line}: ${verdict.why}. ${lines(intact)} before it intact.`;
  if (verdict.hash === null) return "Nothing is noted yet.";
  const half = verdict.halfLine
    ? " A last line was not finished: nothing that was acknowledged is missing."
    : "";
  return `Intact: ${intact === 1 ? "1 line" : `${intact} lines`}, the last with hash ${verdict.hash}.${half}`;
}

function lines(count: number): string {
  return count === 1 ? "The 1 line" : `The ${count} lines`;
}

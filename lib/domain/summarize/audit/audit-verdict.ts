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

/** In sentences. */
export function tellVerdict(verdict: AuditVerdict): string {
  if (verdict.kind === "broken") {
    const before =
      verdict.intact === 1 ? "The 1 line before it is" : `The ${verdict.intact} lines before it are`;
    return `Broken at line ${verdict.line}: ${verdict.why}.${verdict.intact === 0 ? "" : ` ${before} intact.`}`;
  }
  if (verdict.hash === null) return "Intact: nothing is noted yet.";
  const count = verdict.intact === 1 ? "1 line" : `${verdict.intact} lines`;
  const half = verdict.halfLine ? " After it stands the beginning of a line that is not finished." : "";
  return `Intact: ${count}, the last with hash ${verdict.hash}.${half}`;
}

import { createHash } from "node:crypto";

/**
 * AWS may answer a page without events and with a token: whoever stops there loses the rest. The sandbox does so once
 * at one place in six (always the same ones), or `inARow` times before every page when asked to.
 */
export function isEmptyPage(mark: { place: unknown; empties: number }, inARow?: number): boolean {
  if (inARow !== undefined) return mark.empties < inARow;
  return (
    mark.empties === 0 && (createHash("sha256").update(JSON.stringify(mark.place)).digest()[0] ?? 0) % 6 === 0
  );
}

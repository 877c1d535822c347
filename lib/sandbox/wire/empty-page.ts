import { createHash } from "node:crypto";

/**
 * AWS may answer a page without events and with a token: whoever stops there loses the rest. The sandbox does so for
 * one place in six (always the same ones), or for every other page when asked to.
 */
export function isEmptyPage(mark: { place: unknown; afterEmpty: boolean }, always: boolean): boolean {
  if (mark.afterEmpty) return false;
  return always || (createHash("sha256").update(JSON.stringify(mark.place)).digest()[0] ?? 0) % 6 === 0;
}

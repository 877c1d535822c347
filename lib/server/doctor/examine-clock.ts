import { type Finding, unwell, well } from "./finding";

/** From here on AWS refuses signatures (facts: security §4.3). */
const MOST_SKEW_MS = 5 * 60_000;

/** `skewMs`: our clock less AWS's; null = AWS did not answer. */
export function examineClock(skewMs: number | null): Finding[] {
  if (skewMs === null) return [];
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  const words = `this machine's clock is ${seconds} s ${skewMs < 0 ? "behind" : "ahead of"} AWS's`;
  if (Math.abs(skewMs) <= MOST_SKEW_MS) return [well("clock", "clock", words)];
  const remedy = "Set the clock (timedatectl set-ntp true): AWS refuses requests, and lines seem late.";
  return [unwell("clock", "clock", { message: words, remedy })];
}

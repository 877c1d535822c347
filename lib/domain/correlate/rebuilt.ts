import type { Attempt } from "./attempt";

/** Whether an attempt was rebuilt from the audit log: its time is that of a use, not of the token's check. */
export function isRebuilt({ evidence }: Attempt): boolean {
  return evidence.some(({ source }) => source === "audit");
}

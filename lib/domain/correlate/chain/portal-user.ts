import type { HopEvent } from "./hop-event";

/** Who an event of Identity Center is of: events before July 2025 name him by `principalId` alone (facts: aws §4.5). */
export function portalUserOf({ by, details }: Pick<HopEvent, "by" | "details">): string | null {
  const isOld = by.type === "Unknown" || by.type === "IdentityCenterUser";
  return by.userId ?? details.userId ?? (isOld ? by.principalId : null);
}

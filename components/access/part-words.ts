import type { ConfigurationPart } from "@/lib/domain/explain/configuration/known-configuration";
import type { PartState } from "@/lib/domain/explain/configuration/part-at";
import { formatMoment } from "@/lib/domain/time/format-time";

export const PART_WORDS: Readonly<Record<ConfigurationPart, string>> = {
  mode: "authentication mode",
  hidden: "hidden entries",
  accessEntries: "access entries",
  awsAuth: "aws-auth",
  rbac: "roles and bindings",
};

/** How a part is known: `as read at 25 Nov 10:40, and nothing changed it since` … */
export function howKnown({ certainty, asOfMs, sinceMs, isSinceKnown, by }: PartState): string {
  if (certainty === "unknown" || asOfMs === null) return "not known for that time";
  const since = sinceMs !== null && isSinceKnown ? `, as it was made at ${formatMoment(sinceMs)} UTC` : "";
  const read = by === null && since === "" ? `, as read at ${formatMoment(asOfMs)} UTC` : since;
  return certainty === "known" ? `known${read}` : `assumed${read}: it may have been otherwise then`;
}

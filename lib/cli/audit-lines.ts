import type { AuditRow } from "@/lib/domain/summarize/audit/audit-row";
import { tellDeed, tellTarget } from "@/lib/domain/summarize/audit/audit-words";
import { printable } from "@/lib/server/log/printable";

/** One line of the audit log for the eye; nothing in it can steer a terminal. */
export function toAuditLine({ seq, time, deed, viewer, peer, target, outcome, facts }: AuditRow): string {
  const cells = [
    String(seq).padStart(6),
    time,
    `${viewer.name}${viewer.role === null ? "" : ` (${viewer.role})`}`.padEnd(24),
    peer === null ? "" : `from ${peer}`,
    tellDeed(deed),
    tellTarget(deed, target),
    outcome === "done" ? "" : outcome,
    ...Object.entries(facts).map(([name, value]) => `${name}=${value}`),
  ];
  return `${cells
    .filter((cell) => cell !== "")
    .map(printable)
    .join("  ")
    .trimEnd()}\n`;
}

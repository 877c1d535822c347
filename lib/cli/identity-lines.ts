import type { IdentityReport } from "@/lib/domain/summarize/identity-report";
import { printIdentityId } from "@/lib/domain/identity/identity-ref";
import { FACET_NAMES } from "@/lib/domain/summarize/attempt-filter";
import { printable, printableJson } from "@/lib/server/log/printable";

/** One identity as a line of JSON; nothing in it can steer a terminal. */
export function toIdentityJson(report: IdentityReport): string {
  return `${printableJson(JSON.stringify(report))}\n`;
}

/** One identity for the eye; nothing in it can steer a terminal. */
export function toIdentityText(report: IdentityReport): string {
  const { identity, firstMs, lastMs, counts, sessions, origins, addresses, errors } = report;
  const { granted, denied, sessions: sessionCount } = counts.totals;
  const lines = [
    printIdentityId(identity),
    `  ${granted} granted, ${denied} denied, ${sessionCount} sessions, ${time(firstMs)} to ${time(lastMs)}`,
    ...FACET_NAMES.filter((name) => name !== "decision").map((name) => {
      const { values, distinct } = counts.facets[name];
      const more = distinct > values.length ? `, and ${distinct - values.length} more` : "";
      return `  ${name.padEnd(9)} ${values.map(({ value, count }) => `${value} (${count})`).join(", ") || "–"}${more}`;
    }),
    ...origins.map(({ kind, name, userId, sure }) =>
      section(
        "origin",
        `${kind} ${name ?? userId ?? "unknown"}, ${sure.map(({ confidence, attempts: n }) => `${n} attempts ${confidence ?? "not known"}`).join(", ")}`,
      ),
    ),
    ...addresses.map(({ address, hop, lastMs: at }) => section("address", `${address}, ${hop}, ${time(at)}`)),
    ...sessions.flatMap(({ accessKeyId, lastMs: at, attempts }) =>
      accessKeyId === null ? [] : [section("key", `${accessKeyId}, ${attempts} attempts, last ${time(at)}`)],
    ),
    ...errors.map(({ value, count }) => section("error", `${value} (${count})`)),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

function section(name: string, text: string): string {
  return `  ${name.padEnd(9)} ${text}`;
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}

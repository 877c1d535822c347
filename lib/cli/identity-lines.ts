import { toolsOf } from "@/lib/domain/explain/client-tool";
import { printIdentityId } from "@/lib/domain/identity/identity-ref";
import { FACET_NAMES } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import type { KubernetesUse } from "@/lib/domain/summarize/requests/kubernetes-use";
import { formatDate } from "@/lib/domain/time/format-time";
import { printable } from "@/lib/server/log/printable";
import { toJsonLine } from "./json-line";

/** One identity as a line of JSON; nothing in it can steer a terminal. */
export function toIdentityJson(report: IdentityReport): string {
  return toJsonLine(report);
}

/** One identity for the eye; nothing in it can steer a terminal. */
export function toIdentityText(report: IdentityReport): string {
  const { identity, firstMs, lastMs, counts, sessions, origins, kubernetes, addresses, errors } = report;
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
    ...kubernetesLines(kubernetes),
    ...addresses.map(({ address, hop, lastMs: at }) => section("address", `${address}, ${hop}, ${time(at)}`)),
    ...sessions.flatMap(({ accessKeyId, lastMs: at, attempts }) =>
      accessKeyId === null ? [] : [section("key", `${accessKeyId}, ${attempts} attempts, last ${time(at)}`)],
    ),
    ...errors.map(({ value, count }) => section("error", `${value} (${count})`)),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

function kubernetesLines(use: KubernetesUse | null): string[] {
  if (use === null) return [];
  const shared = use.isShared ? "some of it may be of others behind the same role and session name" : null;
  return [
    ...use.clusters.map((one) =>
      section(
        "used",
        `${one.cluster} on ${one.days} days, ${time(one.firstMs)} to ${time(one.lastMs)}: ${one.writes} writes, ${one.denials} denials, ${one.streams} streams`,
      ),
    ),
    ...(shared === null ? [] : [section("used", shared)]),
    ...(use.userAgents.length === 0 ? [] : [section("tools", toolsOf(use).join(", "))]),
    ...use.addresses.map(({ address, days, lastDayMs }) =>
      section("client", `${address}, on ${days} days, last on ${formatDate(lastDayMs)}`),
    ),
  ];
}

function section(name: string, text: string): string {
  return `  ${name.padEnd(9)} ${text}`;
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}

import { DAY, HOUR } from "../calendar";

export type LogType = "api" | "audit" | "authenticator";

/** A cluster, as far as logging goes: what it usually logs. */
interface Logging {
  readonly logTypes: readonly LogType[];
}

const USUAL: readonly LogType[] = ["api", "audit", "authenticator"];

/** The seventh, `catalog`. */
const SILENT_TEAM = 6;

/** Monday of every fourth week: whoever looked for something switched all log types on at 8 and off again at 10 (UTC). */
const WEEKS_APART = 28;
const LOOKED_ON = 25;
const OPENED_AT = 8 * HOUR;
const CLOSED_AT = 10 * HOUR;

/** Clusters that log less than they could, by the team that has them. */
export function usualLogTypes(team: number, stage: "prod" | "staging" | "dev"): readonly LogType[] {
  if (team !== SILENT_TEAM) return USUAL;
  if (stage === "dev") return ["api", "audit"];
  return stage === "staging" ? [] : USUAL;
}

/** What the cluster logs at a time. */
export function logTypesAt(cluster: Logging, timeMs: number): readonly LogType[] {
  const day = Math.floor(timeMs / DAY);
  const opened = isLookedInto(day) && timeMs >= day * DAY + OPENED_AT && timeMs < day * DAY + CLOSED_AT;
  return opened ? USUAL : cluster.logTypes;
}

export function isLogged(cluster: Logging, stream: string, timeMs: number): boolean {
  const on = logTypesAt(cluster, timeMs);
  return on.length === USUAL.length || on.includes(typeOf(stream));
}

/** When the types of a cluster that logs less change on that day, and to what. */
export function loggingChanges(cluster: Logging, day: number): { timeMs: number; on: readonly LogType[] }[] {
  if (cluster.logTypes.length === USUAL.length || !isLookedInto(day)) return [];
  return [
    { timeMs: day * DAY + OPENED_AT, on: USUAL },
    { timeMs: day * DAY + CLOSED_AT, on: cluster.logTypes },
  ];
}

export function loggingSetting(on: readonly LogType[]): { types: string[]; enabled: boolean }[] {
  const all = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
  const off = all.filter((type) => !on.some((one) => one === type));
  return [...(on.length === 0 ? [] : [{ types: [...on], enabled: true }]), { types: off, enabled: false }];
}

/** Whether log types are changed on that day. */
export function isLookedInto(day: number): boolean {
  return day % WEEKS_APART === LOOKED_ON;
}

function typeOf(stream: string): LogType {
  if (stream.startsWith("authenticator-")) return "authenticator";
  return stream.startsWith("kube-apiserver-audit-") ? "audit" : "api";
}

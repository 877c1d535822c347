import { printableJson } from "@/lib/server/log/printable";

/** One value of NDJSON. Logs hold what callers chose: nothing in it can steer a terminal. */
export function toJsonLine(value: object): string {
  return `${printableJson(JSON.stringify(value))}\n`;
}

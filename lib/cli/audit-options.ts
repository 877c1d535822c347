import { DEED_WORDS, isDeed } from "@/lib/domain/summarize/audit/audit-words";
import type { AuditFilter } from "@/lib/domain/summarize/audit/audit-filter";
import { readArguments } from "./read-arguments";
import { readTimes, TIME_OPTIONS } from "./time-options";

export interface AuditOptions {
  readonly action: "verify" | "list";
  readonly data: string;
  readonly json: boolean;
  readonly filter: AuditFilter;
  readonly limit: number;
}

const DEFAULT_DATA = ".gatebook/data";
const DEFAULT_LIMIT = "100";

/** What `gatebook audit` was given; a problem is one sentence for the person. */
export function readAuditOptions(
  args: readonly string[],
  nowMs: number,
): AuditOptions | { readonly problem: string } {
  const parsed = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: "string", default: DEFAULT_DATA },
      json: { type: "boolean", default: false },
      deed: { type: "string" },
      who: { type: "string" },
      since: { type: "string" },
      limit: { type: "string", default: DEFAULT_LIMIT },
      range: TIME_OPTIONS.range,
    },
  });
  if ("problem" in parsed) return parsed;
  const { data, json, deed = null, who = null, since, range, limit } = parsed.values;
  const [action, ...more] = parsed.positionals;
  if ((action !== "verify" && action !== "list") || more.length > 0) return { problem: "say verify or list" };
  if (deed !== null && !isDeed(deed))
    return { problem: `--deed takes one of ${Object.keys(DEED_WORDS).join(", ")}` };
  if (!/^[1-9]\d{0,6}$/.test(limit)) return { problem: "--limit takes a number from 1 on" };
  const times = readTimes({ from: since, range }, nowMs);
  if ("problem" in times)
    return { problem: "--since takes a time like 2026-01-15T10:00:00Z, --range 24h or 7d" };
  const filter = { deed, who, sinceMs: times.from, untilMs: null };
  return { action, data, json, filter, limit: Number(limit) };
}

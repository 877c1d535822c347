import { parseArgs } from "node:util";
import { REQUEST_OUTCOMES } from "@/lib/domain/correlate/kube-request";
import { NO_REQUEST_FACETS, type RequestFilter } from "@/lib/domain/summarize/request-filter";
import { readTimes, TIME_OPTIONS } from "./time-options";

export interface RequestOptions {
  readonly data: string;
  readonly json: boolean;
  readonly limit: number;
  readonly filter: RequestFilter;
}

const LIST = { type: "string", multiple: true, default: [] as string[] } as const;

/** Reads the options of `gatebook requests`; a problem is one sentence for the person. */
export function readRequestOptions(
  args: readonly string[],
  nowMs: number,
): RequestOptions | { problem: string } {
  const parsed = parse(args);
  if ("problem" in parsed) return parsed;
  const { data, json, limit, text, outcome, from, to, range, ...facets } = parsed.values;
  if (data === undefined) return { problem: "say where the data is: --data DIR" };
  if (!/^[1-9]\d*$/.test(limit)) return { problem: "--limit is a whole number from 1" };
  const known = REQUEST_OUTCOMES.filter((one) => outcome.includes(one));
  if (outcome.length > 0 && known.length === 0)
    return { problem: `--outcome is ${REQUEST_OUTCOMES.join(" or ")}` };
  const within = readTimes({ from, to, range }, nowMs);
  if ("problem" in within) return within;
  const filter = { ...NO_REQUEST_FACETS, ...facets, outcome: known, range: within, text };
  return { data, json, limit: Number(limit), filter };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        json: { type: "boolean", default: false },
        limit: { type: "string", default: String(Number.MAX_SAFE_INTEGER) },
        text: { type: "string", default: "" },
        ...TIME_OPTIONS,
        outcome: LIST,
        verb: LIST,
        resource: LIST,
        namespace: LIST,
        name: LIST,
        username: LIST,
        cluster: LIST,
      },
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

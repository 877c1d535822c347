import { parseArgs } from "node:util";
import { CALLER_CLASSES, type CallerClass, type Decision } from "@/lib/domain/correlate/attempt";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempt-filter";
import { ALWAYS, readTimes, TIME_OPTIONS } from "./time-options";

export interface AttemptOptions {
  readonly data: string;
  readonly json: boolean;
  readonly limit: number;
  readonly filter: AttemptFilter;
}

const LIST = { type: "string", multiple: true, default: [] as string[] } as const;

/** All attempts. */
export const EVERYTHING: AttemptFilter = {
  ...NO_FACETS,
  range: ALWAYS,
  text: "",
  noise: "show",
};

/** Reads the options of `gatebook attempts`; a problem is one sentence for the person. */
export function readAttemptOptions(
  args: readonly string[],
  nowMs: number,
): AttemptOptions | { problem: string } {
  const parsed = parse(args);
  if ("problem" in parsed) return parsed;
  const { values } = parsed;
  if (values.data === undefined) return { problem: "say where the data is: --data DIR" };
  const wrong = wrongValue(values);
  if (wrong !== null) return { problem: wrong };
  const range = readTimes(values, nowMs);
  if ("problem" in range) return range;
  const { origin, cluster, username, group, role, session, account, text } = values;
  const decision = values.decision as Decision[];
  const classes = values.class as CallerClass[];
  const filter = {
    range,
    decision,
    class: classes,
    origin,
    cluster,
    username,
    group,
    role,
    session,
    account,
    text,
  };
  const noise = values["hide-noise"] ? "fold" : "show";
  return { data: values.data, json: values.json, limit: Number(values.limit), filter: { ...filter, noise } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        json: { type: "boolean", default: false },
        limit: { type: "string", default: String(Number.MAX_SAFE_INTEGER) },
        ...TIME_OPTIONS,
        text: { type: "string", default: "" },
        "hide-noise": { type: "boolean", default: false },
        decision: LIST,
        class: LIST,
        origin: LIST,
        cluster: LIST,
        username: LIST,
        group: LIST,
        role: LIST,
        session: LIST,
        account: LIST,
      },
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function wrongValue(values: { decision: string[]; class: string[]; limit: string }): string | null {
  if (values.decision.some((value) => value !== "granted" && value !== "denied"))
    return "--decision is granted or denied";
  if (values.class.some((value) => !(CALLER_CLASSES as readonly string[]).includes(value))) {
    return `--class is one of ${CALLER_CLASSES.join(", ")}`;
  }
  return /^[1-9]\d*$/.test(values.limit) ? null : "--limit is a whole number from 1";
}

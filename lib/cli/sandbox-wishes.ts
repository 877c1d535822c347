import { parseArgs } from "node:util";
import { DEFAULT_SEED } from "@/lib/sandbox/start-sandbox";

export const SANDBOX_USAGE =
  "usage: gatebook sandbox [--port N] [--scale N] [--seed N] [--faults NAME|FILE]\n       gatebook sandbox --out DIR [--days N] [--scale N] [--seed N]\n       gatebook sandbox --into DIR [--attempts N] [--days N] [--seed N]\n";

/** 3,000 clusters; what is asked is told in time, but the names of all are held. */
const MOST_TEAMS = 1_000;

export interface SandboxWishes {
  readonly out: string | null;
  readonly into: string | null;
  readonly attempts: number;
  readonly port: number;
  readonly days: number;
  /** Number of teams. */
  readonly scale: number;
  readonly seed: number;
  /** Name or file of the bad day. */
  readonly faults: string | null;
}

/** The options, or what is wrong with them. */
export function readSandboxWishes(args: readonly string[]): SandboxWishes | string {
  const text = { type: "string" } as const;
  try {
    const options = {
      out: text,
      into: text,
      attempts: text,
      port: text,
      days: text,
      scale: text,
      seed: text,
      faults: text,
    };
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    const port = readWhole("--port", values.port ?? "0", { min: 0, max: 65_535 });
    const [usual, most] = values.into === undefined ? ["14", 90] : ["365", 3_650];
    const days = readWhole("--days", values.days ?? usual, { min: 1, max: most });
    const seed = readWhole("--seed", values.seed ?? String(DEFAULT_SEED), { min: 0, max: 2 ** 31 });
    const scale = readWhole("--scale", values.scale ?? "1", { min: 1, max: MOST_TEAMS });
    const attempts = readWhole("--attempts", values.attempts ?? "1000000", { min: 1, max: 1e9 });
    if (values.out === "") return "--out needs a folder";
    const faults = values.faults ?? null;
    if (faults !== null && (values.out ?? values.into) !== undefined) return "--faults is for serving";
    if (values.into === "") return "--into needs a folder";
    if (values.out !== undefined && values.into !== undefined) return "choose one of --out and --into";
    const { out = null, into = null } = values;
    return { out, into, attempts, port, days, scale, seed, faults };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function readWhole(option: string, text: string, bounds: { min: number; max: number }): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.min && value <= bounds.max) return value;
  throw new Error(`${option} must be a whole number from ${bounds.min} to ${bounds.max}, not ${text}`);
}

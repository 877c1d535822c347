import { parseArgs } from "node:util";
import { DEFAULT_SEED, type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { writeWorld } from "@/lib/sandbox/write-world";
import { createClock } from "@/lib/server/clock";
import { readConfig } from "@/lib/server/config";
import type { CommandIo } from "../command-io";
import { printable } from "../printable";

const USAGE =
  "usage: gatebook sandbox [--port N] [--seed N]\n       gatebook sandbox --out DIR [--days N] [--seed N]\n";

interface Wishes {
  readonly out: string | null;
  readonly port: number;
  readonly days: number;
  readonly seed: number;
}

/**
 * `gatebook sandbox`: serves the sandbox's AWS on loopback and prints the variables to export, until it is interrupted;
 * with `--out`, writes its world as files instead.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const wishes = readWishes(args);
  if (typeof wishes === "string") {
    io.stderr.write(`gatebook sandbox: ${printable(wishes)}\n${USAGE}`);
    return 2;
  }
  try {
    return await (wishes.out === null ? serve(wishes, io) : write(wishes.out, wishes, io));
  } catch (cause) {
    io.stderr.write(`gatebook sandbox: ${remedy(cause, wishes)}\n`);
    return 1;
  }
}

async function serve(wishes: Wishes, io: CommandIo): Promise<number> {
  const { now, sleep } = createClock(readConfig().clock);
  const sandbox = await startSandbox({ now, sleep, port: wishes.port, seed: wishes.seed });
  io.stdout.write(announcement(sandbox));
  await interrupted();
  await sandbox.close();
  return 0;
}

/** Shell text: the comment is for the eye, the rest for `eval`. */
function announcement(sandbox: Sandbox): string {
  const about = `# Sample AWS at ${sandbox.url}: account 111122223333, eu-west-1, clusters prod, staging, devCluster. Ctrl-C ends it.\n`;
  return (
    about +
    Object.entries(sandbox.env)
      .map(([name, value]) => `export ${name}=${value}\n`)
      .join("")
  );
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

async function write(out: string, wishes: Wishes, io: CommandIo): Promise<number> {
  const { now } = createClock(readConfig().clock);
  const written = await writeWorld({ out, seed: wishes.seed, days: wishes.days, nowMs: now() });
  const { attempts, lines, events } = written;
  io.stdout.write(
    `${printable(out)}: ${attempts} attempts in ${lines} log lines, ${events} CloudTrail events\n`,
  );
  return 0;
}

function readWishes(args: readonly string[]): Wishes | string {
  const text = { type: "string" } as const;
  try {
    const options = { out: text, port: text, days: text, seed: text };
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    const port = readWhole("--port", values.port ?? "0", { min: 0, max: 65_535 });
    const days = readWhole("--days", values.days ?? "14", { min: 1, max: 90 });
    const seed = readWhole("--seed", values.seed ?? String(DEFAULT_SEED), { min: 0, max: 2 ** 31 });
    if (values.out === "") return "--out needs a folder";
    return { out: values.out ?? null, port, days, seed };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function readWhole(option: string, text: string, bounds: { min: number; max: number }): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.min && value <= bounds.max) return value;
  throw new Error(`${option} must be a whole number from ${bounds.min} to ${bounds.max}, not ${text}`);
}

function remedy(cause: unknown, wishes: Wishes): string {
  const code = (cause as { code?: unknown } | null)?.code;
  if (code === "EADDRINUSE") return `port ${wishes.port} is taken; choose another with --port`;
  return printable(cause instanceof Error ? cause.message : String(cause));
}

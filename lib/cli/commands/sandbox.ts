import { DAY_MS } from "@/lib/domain/time/durations";
import { choosePlan } from "@/lib/sandbox/faults/choose-plan";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import type { World } from "@/lib/sandbox/world/world";
import { writeWorld } from "@/lib/sandbox/write-world";
import { createClock } from "@/lib/server/clock";
import { readConfig } from "@/lib/server/config";
import { claimDataFolder, eventsFile } from "@/lib/server/data-folder";
import { printable } from "@/lib/server/log/printable";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import type { CommandIo } from "../command-io";
import { fillStore } from "../fill/fill-store";
import { readSandboxWishes, SANDBOX_USAGE, type SandboxWishes } from "../sandbox-wishes";

/** One more than the sandbox serves. */
const SANDBOX_DAYS = 15;

/**
 * `gatebook sandbox`: serves the sandbox's AWS on loopback and prints the variables to export, until it is interrupted;
 * with `--out`, writes its world as files instead; with `--into`, fills a data folder with a large organisation's history.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const wishes = readSandboxWishes(args);
  if (typeof wishes === "string") {
    io.stderr.write(`gatebook sandbox: ${printable(wishes)}\n${SANDBOX_USAGE}`);
    return 2;
  }
  try {
    if (wishes.into !== null) return await fill(wishes.into, wishes, io);
    return await (wishes.out === null ? serve(wishes, io) : write(wishes.out, wishes, io));
  } catch (cause) {
    io.stderr.write(`gatebook sandbox: ${remedy(cause, wishes)}\n`);
    return 1;
  }
}

async function serve(wishes: SandboxWishes, io: CommandIo): Promise<number> {
  const { now, sleep } = createClock(readConfig().clock);
  const { port, seed, scale } = wishes;
  const faults = wishes.faults === null ? {} : await choosePlan(wishes.faults);
  const sandbox = await startSandbox({ now, sleep, port, seed, scale, faults });
  io.stdout.write(announcement(sandbox));
  await interrupted();
  await sandbox.close();
  return 0;
}

/** Shell text: the comment is for the eye, the rest for `eval`. */
function announcement(sandbox: Sandbox): string {
  const about = `# Sample AWS at ${sandbox.url}: ${placesOf(sandbox.world)}. Ctrl-C ends it.\n`;
  return (
    about +
    Object.entries(sandbox.env)
      .map(([name, value]) => `export ${name}=${value}\n`)
      .join("")
  );
}

/** Which clusters live where: by name where they are few. */
function placesOf(world: World): string {
  const names = new Map<string, string[]>();
  for (const { accountId, region, name } of world.clusters) {
    const place = `account ${accountId}, ${region}`;
    names.set(place, [...(names.get(place) ?? []), name]);
  }
  const list = (of: string[]) => (of.length > 6 ? `${of.length} clusters` : `clusters ${of.join(", ")}`);
  return [...names].map(([place, of]) => `${place}, ${list(of)}`).join("; ");
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

async function write(out: string, wishes: SandboxWishes, io: CommandIo): Promise<number> {
  const { now } = createClock(readConfig().clock);
  const written = await writeWorld({
    out,
    seed: wishes.seed,
    scale: wishes.scale,
    days: wishes.days,
    nowMs: now(),
  });
  const { attempts, lines, events } = written;
  io.stdout.write(
    `${printable(out)}: ${attempts} attempts in ${lines} log lines, ${events} CloudTrail events\n`,
  );
  return 0;
}

/** Ends where the sandbox's own fortnight begins, so that `npm start -- --sandbox --data DIR` goes on from there. */
async function fill(into: string, wishes: SandboxWishes, io: CommandIo): Promise<number> {
  const refusal = claimDataFolder(into, "sandbox");
  if (refusal !== null) throw new Error(refusal);
  const store = await openEventStore({ path: eventsFile(into) });
  try {
    const now = createClock(readConfig().clock).now();
    const endMs = Math.floor(now / DAY_MS - SANDBOX_DAYS) * DAY_MS;
    const { attempts: wanted, days, seed } = wishes;
    const tell = (done: number) =>
      io.stderr.write(`\r${done} of ${wanted} attempts${done >= wanted ? "\n" : ""}`);
    const { attempts, clusters } = await fillStore(store, { attempts: wanted, days, endMs, seed }, tell);
    io.stdout.write(`${printable(into)}: ${attempts} attempts at ${clusters} clusters, ${days} days\n`);
    return 0;
  } finally {
    await store.close();
  }
}

function remedy(cause: unknown, wishes: SandboxWishes): string {
  const code = (cause as { code?: unknown } | null)?.code;
  if (code === "EADDRINUSE") return `port ${wishes.port} is taken; choose another with --port`;
  return printable(cause instanceof Error ? cause.message : String(cause));
}

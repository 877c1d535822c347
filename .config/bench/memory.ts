import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BenchReport } from "./pair-attempts";

export const ALL_CORES = true;
const PORT = 3917;
const ASK_MS = 60_000;
const SAMPLE_MS = 250;
const START_MS = 180_000;
const MOST_MIB: Readonly<Record<string, number>> = { engine: 384, web: 256 };

/** What people ask for in turn. */
const QUERIES = [
  "",
  "&noise=show",
  "&decision=denied",
  "&class=person",
  "&q=admin",
  "&q=10.",
  "&class=ci&decision=granted",
];
const PAGES = QUERIES.flatMap((query) => [
  `/attempts?range=365d${query}`,
  `/api/v1/attempts?range=365d${query}&position=100000`,
  `/api/v1/histogram?range=30d${query}`,
  `/api/v1/facets?range=365d${query}`,
]);

/** Memory of engine and web (PSS) while pages and API are asked for: `--data DIR`, filled before. Linux only. */
export async function run(): Promise<BenchReport> {
  const { values } = parseArgs({ options: { data: { type: "string" }, attempts: { type: "string" } } });
  if (values.data === undefined)
    throw new Error("memory needs --data DIR, filled by: gatebook sandbox --into DIR");
  const script = join(process.cwd(), "lib", "cli", "bin", "start.mjs");
  const args = [script, "--sandbox", "--data", values.data, "--port", String(PORT)];
  const parent = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  try {
    await untilReady();
    return report(await askAndSample(parent));
  } finally {
    parent.kill("SIGTERM");
  }
}

async function untilReady(): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (!(await isAnswered("/api/v1/health"))) {
    if (performance.now() > deadline) throw new Error("Gatebook does not answer");
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  }
}

async function isAnswered(path: string): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${PORT}${path}`).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.ok ?? false;
}

interface Memory {
  readonly mib: Record<string, number[]>;
  readonly asked: number;
}

async function askAndSample(parent: ChildProcess): Promise<Memory> {
  const mib: Record<string, number[]> = {};
  const sampling = setInterval(() => {
    for (const [name, pss] of childrenOf(parent.pid ?? 0)) {
      mib[name] ??= [];
      mib[name].push(pss);
    }
  }, SAMPLE_MS);
  const end = performance.now() + ASK_MS;
  let asked = 0;
  for (; performance.now() < end; asked++) {
    const path = PAGES[asked % PAGES.length] as string;
    if (!(await isAnswered(path))) throw new Error(`${path} was not answered`);
  }
  clearInterval(sampling);
  return { mib, asked };
}

/** Name of each process that the parent started, with its PSS in MiB. */
function childrenOf(parent: number): [string, number][] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid): [string, number][] => {
      const stat = read(`/proc/${pid}/stat`);
      if (Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]) !== parent) return [];
      const name = /(\w+)[.]mjs/.exec(
        read(`/proc/${pid}/cmdline`)
          .split("\0")
          .find((word) => word.endsWith(".mjs")) ?? "",
      );
      const pss = /^Pss: +(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`));
      return name?.[1] === undefined || pss === null ? [] : [[name[1], Number(pss[1]) / 1024]];
    });
}

/** A process may end meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function report({ mib, asked }: Memory): BenchReport {
  const most = (name: string) => Math.round(Math.max(0, ...(mib[name] ?? [])));
  return {
    name: "memory",
    unit: "MiB",
    results: [
      { label: "pages and answers asked for", value: asked },
      ...Object.keys(mib).map((name) => ({ label: `${name}: most PSS`, value: most(name) })),
    ],
    ratios: Object.entries(MOST_MIB).map(([name, aim]) => ({
      label: `${name}: most PSS`,
      value: most(name),
      aim: `<= ${aim}`,
    })),
  };
}

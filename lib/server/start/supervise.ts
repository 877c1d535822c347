import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { claimDataFolder } from "../data-folder";
import type { EngineSettings } from "../engine/main";
import type { ChildMessage } from "../parent-messages";
import { startChild } from "./child";

export interface StartOptions {
  readonly root: string;
  readonly port: number;
  readonly clusters: readonly string[];
  readonly region: string | null;
  readonly profile: string | null;
  readonly data: string | null;
  readonly sandbox: boolean;
}

const RESTART_MS = 1_000;
const MOST_RESTARTS = 5;

/** Starts sandbox (if there is no cluster to read), engine and web, and keeps them running until it is told to end. */
export async function supervise(options: StartOptions): Promise<void> {
  const sample =
    options.sandbox || (options.clusters.length === 0 && !(await hasCredentials(options.profile)));
  const dataDir = options.data ?? join(options.root, ".gatebook", sample ? "sandbox" : "data");
  const refusal = claimDataFolder(dataDir, sample ? "sandbox" : "real");
  if (refusal !== null) fail(refusal, "");
  const family = createFamily(options.root);
  const web = family.start("web", { port: options.port, root: options.root }, { GATEBOOK_DATA: dataDir });
  const aws = sample ? await startSandbox(family) : {};
  const { clusters, region, profile } = options;
  const settings: EngineSettings = sample
    ? { dataDir, sample, clusters: [], region: null, profile: null }
    : { dataDir, sample, clusters, region, profile };
  const engine = family.start("engine", settings, { ...QUIET_SDK, ...aws });
  await Promise.all([web, engine]);
  say(sample ? SAMPLE_NOTE : `Data folder: ${dataDir}`);
  say(`Gatebook is at http://127.0.0.1:${options.port}`);
}

const QUIET_SDK = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
const SAMPLE_NOTE =
  "This is SAMPLE DATA from the built-in sandbox. For your own clusters: npm start -- --cluster NAME --region REGION [--profile PROFILE]";

async function hasCredentials(profile: string | null): Promise<boolean> {
  if (profile !== null) return true;
  const { createCredentials } = await import("../aws-clients");
  return createCredentials(null)().then(
    () => true,
    () => false,
  );
}

async function startSandbox(family: Family): Promise<Readonly<Record<string, string>>> {
  const ready = await family.start("sandbox", {}, {});
  return ready.env ?? {};
}

type Ready = Extract<ChildMessage, { type: "ready" }>;

interface Family {
  /** Resolves when the process says that it is ready; starts it again when it crashes later. */
  start(name: string, settings: unknown, env: Readonly<Record<string, string>>): Promise<Ready>;
}

function createFamily(root: string): Family {
  const children = new Set<ChildProcess>();
  let ending = false;
  const end = () => {
    ending = true;
    for (const child of children) if (child.connected) child.disconnect();
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  const start: Family["start"] = (name, settings, env) =>
    new Promise((resolve) => {
      let restarts = 0;
      const run = () => {
        const script = join(root, "dist", `${name}.mjs`);
        const onMessage = (message: ChildMessage) => {
          if (message.type === "ready") resolve(message);
          else report(message);
        };
        const child = startChild({ script, settings, env, onMessage, onExit: (code) => onExit(child, code) });
        children.add(child);
      };
      const onExit = (child: ChildProcess, code: number | null) => {
        children.delete(child);
        if (ending) return;
        if (restarts++ >= MOST_RESTARTS) fail(`The ${name} process keeps ending (code ${code}).`, "");
        process.stderr.write(`The ${name} process ended (code ${code}); starting it again.\n`);
        setTimeout(run, RESTART_MS);
      };
      run();
    });
  return { start };
}

function report(message: Exclude<ChildMessage, Ready>): void {
  if (message.type === "fatal") fail(message.message, message.remedy);
  else if (message.type === "progress")
    say(`Read ${Math.floor(message.share * 100)} % of what is asked for …`);
  else if (message.type === "caught-up") say(`Read everything asked for: ${message.attempts} attempts.`);
  else {
    say(`Reading ${message.from.join(", ")}`);
    for (const warning of message.warnings) say(`Not read: ${warning}`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(message: string, remedy: string): never {
  process.stderr.write(`gatebook: ${message}${remedy === "" ? "" : ` ${remedy}`}\n`);
  process.exit(1);
}

import { join, resolve } from "node:path";
import { planFromOptions } from "../aws/aws-plan";
import { claimDataFolder } from "../data-folder";
import type { EngineSettings } from "../engine/main";
import { createLog, type Log, type LogFormat } from "../log/create-log";
import { createFamily, type Family } from "./family";
import { BAD_CONFIG } from "./check-listening";
import { findConfig, readPlan } from "./read-plan";
import { addressOf, readListening } from "./read-listening";
import { say } from "./say";

export interface StartOptions {
  readonly root: string;
  readonly port: number;
  /** The address to listen on, as it was typed; null = not typed. */
  readonly host: string | null;
  readonly clusters: readonly string[];
  readonly region: string | null;
  readonly profile: string | null;
  /** A config file, as the person named it. */
  readonly config: string | null;
  /** Where the person is: names of files are meant from there. */
  readonly cwd: string;
  /** A directory file, as the person named it; counts before the config file's. */
  readonly directory: string | null;
  readonly data: string | null;
  readonly sandbox: boolean;
  /** How the log is written: JSON a line, or for people. */
  readonly log: LogFormat;
  readonly level: "debug" | "info" | "warn" | "error";
}

/** Starts sandbox (if there is no cluster to read), engine and web, and keeps them running until it is told to end. */
export async function supervise(options: StartOptions): Promise<void> {
  const log = createLog({ part: "supervisor", format: options.log, level: options.level });
  const fail = (message: string) => failWith(log, message);
  const { clusters, region, profile, port } = options;
  const listening = readListening(options);
  if (listening.refusal !== null) failWith(log, listening.refusal, BAD_CONFIG);
  const file = findConfig(options);
  const isTyped = clusters.length > 0 || region !== null || profile !== null;
  const sample = options.sandbox || (file === null && !isTyped && !(await hasCredentials()));
  const asked =
    file === null || sample ? { plan: planFromOptions(options), directory: null } : readPlan(file);
  const plan = asked.plan ?? planFromOptions(options);
  const directory = options.directory === null ? asked.directory : resolve(options.cwd, options.directory);
  const dataDir = options.data ?? join(options.root, ".gatebook", sample ? "sandbox" : "data");
  const refusal = claimDataFolder(dataDir, sample ? "sandbox" : "real");
  if (refusal !== null) fail(refusal);
  const family = createFamily({ root: options.root, log, fail });
  const logging = { GATEBOOK_LOG: options.log, GATEBOOK_LOG_LEVEL: options.level };
  const toWeb = { GATEBOOK_DATA: dataDir, ...logging };
  const { host, signIn } = listening;
  const web = family.start("web", { port, host, signIn, root: options.root }, toWeb);
  const aws = sample ? await startSandbox(family) : {};
  const allowsAnyoneLinks = signIn.mode !== "local" && signIn.allowsAnyoneLinks;
  const read = { plan, typed: file === null, directory };
  const settings: EngineSettings = { dataDir, sample, ...read, allowsAnyoneLinks };
  const engine = family.start("engine", settings, { ...QUIET_SDK, ...aws, ...logging });
  await Promise.all([web, engine]);
  say(sample ? SAMPLE_NOTE : `Data folder: ${dataDir}`);
  say(`Gatebook is at ${addressOf(listening, port)}`);
}

function failWith(log: Log, message: string, code = 1): never {
  log.fatal(message);
  process.exit(code);
}

const QUIET_SDK = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
const SAMPLE_NOTE =
  "This is SAMPLE DATA from the built-in sandbox. For your own clusters: npm start -- --cluster NAME --region REGION [--profile PROFILE]";

async function hasCredentials(): Promise<boolean> {
  const { loadCredentials } = await import("../aws/aws-credentials");
  return loadCredentials(null).then(
    () => true,
    () => false,
  );
}

async function startSandbox(family: Family): Promise<Readonly<Record<string, string>>> {
  const ready = await family.start("sandbox", {}, {});
  return ready.env ?? {};
}

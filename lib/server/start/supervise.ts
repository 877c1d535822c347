import { join } from "node:path";
import { claimDataFolder } from "../data-folder";
import type { EngineSettings } from "../engine/main";
import { createFamily, type Family } from "./family";
import { fail, say } from "./say";

export interface StartOptions {
  readonly root: string;
  readonly port: number;
  readonly clusters: readonly string[];
  readonly region: string | null;
  readonly profile: string | null;
  readonly data: string | null;
  readonly sandbox: boolean;
}

/** Starts sandbox (if there is no cluster to read), engine and web, and keeps them running until it is told to end. */
export async function supervise(options: StartOptions): Promise<void> {
  const sample =
    options.sandbox || (options.clusters.length === 0 && !(await hasCredentials(options.profile)));
  const dataDir = options.data ?? join(options.root, ".gatebook", sample ? "sandbox" : "data");
  const refusal = claimDataFolder(dataDir, sample ? "sandbox" : "real");
  if (refusal !== null) fail(refusal);
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

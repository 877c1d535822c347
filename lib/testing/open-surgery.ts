import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runGatebook } from "@/lib/cli/gatebook";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import type { Knobs } from "@/lib/sandbox/wire/cloud";
import type { Finding } from "@/lib/server/doctor/finding";
import { runCommand } from "./run-command";

/** A place where `gatebook doctor` sees an AWS of the sandbox. */
export interface Surgery {
  readonly folder: string;
  /** Another time: another AWS. */
  open(knobs?: Knobs): Promise<void>;
  run(...args: string[]): ReturnType<typeof runCommand>;
  findings(...args: string[]): Promise<{ readonly code: number; readonly found: readonly Finding[] }>;
  requests(): ReturnType<Sandbox["requests"]>;
  close(): Promise<void>;
}

export function openSurgery(): Surgery {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-doctor-"));
  const saved = { ...process.env };
  let sandbox: Sandbox | null = null;
  const run = (...args: string[]) =>
    runCommand((io) => runGatebook(["doctor", "--data", join(folder, "data"), ...args], io));
  return {
    folder,
    run,
    async open(knobs = {}) {
      await sandbox?.close();
      sandbox = await startSandbox({ now: Date.now, sleep, knobs });
      const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
      Object.assign(process.env, sandbox.env, quiet);
    },
    async findings(...args) {
      const { code, stdout } = await run("--json", ...args);
      return { code, found: JSON.parse(stdout).findings as Finding[] };
    },
    requests: () => sandbox?.requests() ?? [],
    async close() {
      process.env = saved;
      await sandbox?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const unwell = (found: readonly Finding[]) => found.filter(({ ok }) => !ok);

import { type ChildProcess, fork, spawn } from "node:child_process";
import { join } from "node:path";
import type { EngineSettings } from "@/lib/server/engine/main";

type Env = Readonly<Record<string, string>>;

/** A process of the product's, started from its bundle. */
export interface Running {
  /** Every message of its channel, from the first. */
  onMessage(tell: (type: string) => void): void;
  /** Resolves when it is gone, with its code; null = it was killed. */
  readonly gone: Promise<number | null>;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

/** `gatebook sandbox` on the clock of the environment, with a bad day from a file. Gives what the SDKs need to reach it. */
export async function startSandboxProcess(dist: string, env: Env, args: readonly string[]) {
  const child = spawn(process.execPath, [join(dist, "gatebook.mjs"), "sandbox", ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exported: Record<string, string> = {};
  let text = "";
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the sandbox ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("AWS_EC2_METADATA_DISABLED")) resolve();
    });
  });
  for (const [, name = "", value = ""] of text.matchAll(/^export (\w+)=(.*)$/gm)) exported[name] = value;
  return { env: exported, ...toRunning(child) };
}

export function startEngineProcess(dist: string, env: Env, settings: EngineSettings): Running {
  const child = fork(join(dist, "engine.mjs"), [JSON.stringify(settings)], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return toRunning(child);
}

function toRunning(child: ChildProcess): Running {
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    gone,
    onMessage: (tell) => {
      child.on("message", (message: { readonly type: string; readonly message?: string }) => {
        if (message.type === "fatal") console.error(`the engine gave up: ${message.message}`);
        tell(message.type);
      });
    },
    async kill(signal) {
      child.kill(signal);
      await gone;
    },
  };
}

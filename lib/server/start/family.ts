import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { ChildMessage } from "../parent-messages";
import { startChild } from "./child";
import { fail, say } from "./say";

const RESTART_MS = 1_000;
const MOST_RESTARTS = 5;

type Ready = Extract<ChildMessage, { type: "ready" }>;

/** The processes that make one Gatebook; they end with this one. */
export interface Family {
  /** Resolves when the process says that it is ready; starts it again when it crashes later. */
  start(name: string, settings: unknown, env: Readonly<Record<string, string>>): Promise<Ready>;
}

export function createFamily(root: string): Family {
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
        if (restarts++ >= MOST_RESTARTS) fail(`The ${name} process keeps ending (code ${code}).`);
        process.stderr.write(`The ${name} process ended (code ${code}); starting it again.\n`);
        setTimeout(run, RESTART_MS);
      };
      run();
    });
  return { start };
}

function report(message: Exclude<ChildMessage, Ready>): void {
  if (message.type === "fatal") fail(message.message);
  else if (message.type === "progress")
    say(`Read ${Math.floor(message.share * 100)} % of what is asked for …`);
  else if (message.type === "caught-up") say(`Read everything asked for: ${message.attempts} attempts.`);
  else {
    say(`Reading ${message.from.join(", ")}`);
    for (const warning of message.warnings) say(`Not read: ${warning}`);
  }
}

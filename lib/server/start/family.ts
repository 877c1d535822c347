import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Log } from "../log/create-log";
import type { ChildMessage } from "../parent-messages";
import { type ChildName, startChild } from "./child";
import { endInOrder } from "./end-in-order";
import { say } from "./say";

const RESTART_MS = 1_000;
const MOST_RESTARTS = 5;

type Ready = Extract<ChildMessage, { type: "ready" }>;
type Env = Readonly<Record<string, string>>;

/** The processes that make one Gatebook; they end with this one. */
export interface Family {
  /** Resolves when the process says that it is ready; starts it again when it crashes later. */
  start(name: ChildName, settings: unknown, env: Env): Promise<Ready>;
}

export interface FamilyOptions {
  readonly root: string;
  readonly log: Log;
  /** Ends everything with one line on what was wrong and what to do. */
  readonly fail: (message: string) => never;
}

export function createFamily({ root, log, fail }: FamilyOptions): Family {
  const children = new Map<ChildName, ChildProcess>();
  const isEnding = endInOrder(children, log);
  const start: Family["start"] = (name, settings, env) =>
    new Promise((resolve) => {
      let restarts = 0;
      const onMessage = (message: ChildMessage) => {
        if (message.type === "ready") resolve(message);
        else if (message.type === "fatal") fail(message.message);
        else report(message);
      };
      const onExit = (code: number | null) => {
        children.delete(name);
        if (isEnding()) return;
        if (restarts++ >= MOST_RESTARTS) fail(`The ${name} process keeps ending (code ${code}).`);
        log.error({ process: name, code, restarts }, "A process ended; starting it again");
        setTimeout(run, RESTART_MS);
      };
      const run = () => {
        if (isEnding()) return;
        const script = join(root, "dist", `${name}.mjs`);
        const child = startChild({ script, settings, env, onMessage, onExit });
        children.set(name, child);
        log.info({ process: name, pid: child.pid }, "Process started");
      };
      run();
    });
  return { start };
}

function report(message: Exclude<ChildMessage, Ready | { type: "fatal" }>): void {
  if (message.type === "progress") say(`Read ${Math.floor(message.share * 100)} % of what is asked for …`);
  else if (message.type === "caught-up") say(`Read everything asked for: ${message.attempts} attempts.`);
  else if (message.type === "set-aside")
    say(`The events file was damaged. It lies aside as ${message.file}; its events are read anew from AWS.`);
  else {
    say(message.from.length === 0 ? "Nothing can be read yet." : `Reading ${message.from.join(", ")}`);
    for (const warning of message.warnings) say(`Not read: ${warning}`);
  }
}

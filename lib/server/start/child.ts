import { type ChildProcess, fork } from "node:child_process";
import type { ChildMessage } from "../parent-messages";

export type ChildName = "web" | "engine" | "sandbox";

export interface ChildOptions {
  readonly script: string;
  readonly settings: unknown;
  readonly env: Readonly<Record<string, string>>;
  readonly onMessage: (message: ChildMessage) => void;
  /** The process ended by itself; after a "fatal" message, or crashed. */
  readonly onExit: (code: number | null) => void;
}

/** Starts one process of ours; its settings travel as JSON, its messages over the channel that also ends it. */
export function startChild({ script, settings, env, onMessage, onExit }: ChildOptions): ChildProcess {
  const child = fork(script, [JSON.stringify(settings)], {
    execArgv: [],
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("message", (message) => onMessage(message as ChildMessage));
  child.on("exit", onExit);
  return child;
}

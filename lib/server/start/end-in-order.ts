import type { ChildProcess } from "node:child_process";
import type { Log } from "../log/create-log";
import type { ChildName } from "./child";

/** Who asks ends before who answers: nothing under way loses its source. */
const ORDER: readonly ChildName[] = ["web", "engine", "sandbox"];
const LONGEST_END_MS = 10_000;

/**
 * Ends the children one after the other on SIGTERM or SIGINT, then this process: code 0 when each of them ended well. A
 * second signal, or ten seconds, end all of them at once with code 1. Gives whether the end has begun.
 */
export function endInOrder(children: ReadonlyMap<ChildName, ChildProcess>, log: Log): () => boolean {
  let ending = false;
  let killing = false;
  const kill = async (why: string) => {
    killing = true;
    log.error({ running: [...children.keys()] }, why);
    await Promise.all([...children.values()].map(killChild));
    process.exit(1);
  };
  const end = async (signal: string) => {
    if (ending) return kill("A second signal: ended at once");
    ending = true;
    log.info({ signal }, "Ending");
    setTimeout(() => void kill("Not ended within ten seconds: killed"), LONGEST_END_MS);
    const codes: (number | null)[] = [];
    for (const name of ORDER) codes.push(await endChild(children.get(name)));
    if (killing) return;
    log.info({ codes }, "Ended");
    process.exit(codes.every((code) => code === 0) ? 0 : 1);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  return () => ending;
}

function killChild(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGKILL");
  });
}

function endChild(child: ChildProcess | undefined): Promise<number | null> {
  if (child === undefined) return Promise.resolve(0);
  return new Promise((resolve) => {
    child.once("exit", resolve);
    if (child.connected) child.disconnect();
    else child.kill("SIGTERM");
  });
}

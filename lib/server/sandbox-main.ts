import { startSandbox } from "@/lib/sandbox/start-sandbox";
import { createClock } from "./clock";
import { readConfig } from "./config";
import { endWithParent, failFatally, tellParent } from "./parent-messages";

/** The sandbox as a process of its own, so that the engine meets it as it meets AWS: over HTTP. */
async function runSandbox(): Promise<void> {
  const closers = endWithParent();
  const clock = createClock(readConfig().clock);
  const sandbox = await startSandbox({ now: clock.now, sleep: clock.sleep });
  closers.push(sandbox.close);
  tellParent({ type: "ready", env: sandbox.env });
}

runSandbox().catch(failFatally);

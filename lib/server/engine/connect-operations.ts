import { createEngineCall } from "../engine-client";
import type { EngineOperations } from "./engine-operations";

/** Asks the engine of a data folder how it is; an engine that does not answer is not waited for. */
export function connectOperations(dataDir: string): Pick<EngineOperations, "readMetrics" | "checkReadiness"> {
  const call = createEngineCall(dataDir, 0);
  const ask = (name: keyof EngineOperations) => call(name, null, null) as Promise<never>;
  return { readMetrics: () => ask("readMetrics"), checkReadiness: () => ask("checkReadiness") };
}

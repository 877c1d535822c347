import { readFile } from "node:fs/promises";
import type { FaultPlan } from "./fault-plan";
import { NAMED_PLANS } from "./named-plans";
import { readFaultPlan } from "./read-fault-plan";

/** A plan by its name, or from a JSON file. Throws an Error that says what is wrong and what there is. */
export async function choosePlan(nameOrFile: string): Promise<FaultPlan> {
  const named = Object.hasOwn(NAMED_PLANS, nameOrFile) ? NAMED_PLANS[nameOrFile] : undefined;
  if (named !== undefined) return named;
  const names = Object.keys(NAMED_PLANS).join(", ");
  const text = await readFile(nameOrFile, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT") throw cause;
    throw new Error(`${nameOrFile} is no file, and no bad day of this name is known: ${names}`);
  });
  try {
    return readFaultPlan(text);
  } catch (cause) {
    throw new Error(`${nameOrFile}: ${(cause as Error).message}`);
  }
}

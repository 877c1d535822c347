import type { LogFormat } from "./log/create-log";

const LEVELS = ["debug", "info", "warn", "error"];

/** The only reader of this program's environment variables. Throws when one holds what it cannot. */
export function readConfig() {
  const env = process.env;
  return {
    dataDir: env.GATEBOOK_DATA ?? null,
    clock: env.GATEBOOK_CLOCK ?? null,
    /** The address to listen on. */
    host: env.GATEBOOK_HOST || null,
    // The page of the primitives is for those who build pages.
    showsDesign: env.GATEBOOK_DESIGN === "1",
    logFormat: oneOf("GATEBOOK_LOG", env.GATEBOOK_LOG, ["json", "text"]) as LogFormat | null,
    logLevel: oneOf("GATEBOOK_LOG_LEVEL", env.GATEBOOK_LOG_LEVEL, LEVELS),
  };
}

/** A variable that the operator's config names, such as one with a secret; null = it is not set. */
export function readVariable(name: string): string | null {
  return process.env[name] ?? null;
}

function oneOf(name: string, value: string | undefined, allowed: readonly string[]): string | null {
  if (value === undefined || value === "") return null;
  if (allowed.includes(value)) return value;
  throw new Error(`${name} is one of ${allowed.join(", ")}, not ${JSON.stringify(value)}`);
}

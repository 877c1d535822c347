import { dirname, resolve } from "node:path";
import type { GatebookConfig } from "./config-keys";

/** Where the directory file of a config lies; null = it names none. */
export function directoryOf({ directory }: GatebookConfig, configFile: string): string | null {
  return directory === null ? null : resolve(dirname(configFile), directory);
}

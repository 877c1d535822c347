import { readFileSync } from "node:fs";
import { type ConfigReading, readConfigText } from "./read-config-text";

/** The file that is read when it lies in the working folder and nothing else was named. */
export const DEFAULT_CONFIG = "gatebook.yaml";

/** Reads a config file. A file that cannot be read is a mistake like any other. */
export function loadConfig(file: string): ConfigReading {
  try {
    return readConfigText(readFileSync(file, "utf8"));
  } catch (error) {
    const { code } = error as { code?: string };
    const message = code === "ENOENT" ? "There is no such file." : `It cannot be read (${code ?? error}).`;
    const mistake = { line: 1, column: 1, message, remedy: "Name another with --config FILE." };
    return { ok: false, mistakes: [mistake] };
  }
}

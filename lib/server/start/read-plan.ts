import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type AwsPlan, planFromConfig } from "../aws/aws-plan";
import { directoryOf } from "../config-file/directory-of";
import { DEFAULT_CONFIG, loadConfig } from "../config-file/load-config";
import { mistakeInOneLine } from "../config-file/mistake";
import { say } from "./say";

/** What of the command line decides about the config file. */
interface Asked {
  readonly config: string | null;
  readonly cwd: string;
  readonly clusters: readonly string[];
  readonly region: string | null;
  readonly profile: string | null;
  readonly sandbox: boolean;
}

/** The config file to read, as a path: the one that was named, or gatebook.yaml where the person is. null = none. */
export function findConfig({ config, cwd, clusters, region, profile, sandbox }: Asked): string | null {
  if (config !== null) return resolve(cwd, config);
  const file = resolve(cwd, DEFAULT_CONFIG);
  if (!existsSync(file)) return null;
  if (clusters.length === 0 && region === null && profile === null && !sandbox) return file;
  say(`${DEFAULT_CONFIG} is not used, since the command line says what to read.`);
  return null;
}

/** What a config file asks for. Ends the process with all of its mistakes, as `gatebook config check` tells them. */
export function readPlan(file: string): { readonly plan: AwsPlan; readonly directory: string | null } {
  const reading = loadConfig(file);
  if (reading.ok)
    return { plan: planFromConfig(reading.config), directory: directoryOf(reading.config, file) };
  const below = relative(process.cwd(), file);
  const shown = below.startsWith("..") ? file : below;
  for (const mistake of reading.mistakes) process.stderr.write(`${mistakeInOneLine(shown, mistake)}\n`);
  process.exit(2);
}

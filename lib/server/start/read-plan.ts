import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type AwsPlan, planFromConfig } from "../aws/aws-plan";
import type { GatebookConfig } from "../config-file/config-keys";
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
  say(`${DEFAULT_CONFIG} is used for signIn alone, since the command line says what to read.`);
  return null;
}

/** The config file that says how people sign in: the same, and also gatebook.yaml that is not read otherwise. */
export function findSignInConfig({ config, cwd }: Pick<Asked, "config" | "cwd">): string | null {
  const file = resolve(cwd, config ?? DEFAULT_CONFIG);
  return config !== null || existsSync(file) ? file : null;
}

/** What a config file asks to read; plan null = it names nothing. */
export function readPlan(file: string): { readonly plan: AwsPlan | null; readonly directory: string | null } {
  const config = readConfigFile(file);
  const isNamed = config.accounts.length + config.clusters.length > 0;
  return { plan: isNamed ? planFromConfig(config) : null, directory: directoryOf(config, file) };
}

/** A config file. Ends the process with all of its mistakes, as `gatebook config check` tells them. */
export function readConfigFile(file: string): GatebookConfig {
  const reading = loadConfig(file);
  if (reading.ok) return reading.config;
  const below = relative(process.cwd(), file);
  const shown = below.startsWith("..") ? file : below;
  for (const mistake of reading.mistakes) process.stderr.write(`${mistakeInOneLine(shown, mistake)}\n`);
  process.exit(2);
}

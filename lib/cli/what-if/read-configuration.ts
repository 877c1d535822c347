import { readFile } from "node:fs/promises";
import type { KnownConfiguration } from "@/lib/domain/explain/configuration/known-configuration";
import { AUTHENTICATION_MODES, type AuthenticationMode } from "@/lib/domain/explain/mapping/back-end-modes";
import { joinPolicies } from "@/lib/domain/parse/access-entries/join-policies";
import { readAccessEntries } from "@/lib/domain/parse/access-entries/read-access-entries";
import { type ConfigMapReading, readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import { readRbac } from "@/lib/domain/parse/rbac/read-rbac";

/** Where a cluster's configuration is to be read, as far as somebody has it. */
export interface ConfigurationFiles {
  readonly awsAuth: string | undefined;
  readonly accessEntries: string | undefined;
  readonly rbac: string | undefined;
  readonly mode: AuthenticationMode | undefined;
}

export interface ReadConfiguration {
  readonly known: KnownConfiguration;
  /** What could not be read, each in a sentence; the rest counts. */
  readonly problems: readonly string[];
}

/** Reads the files; a file that is not given is a part that is not known. Rejects where a file cannot be opened. */
export async function readConfiguration(files: ConfigurationFiles): Promise<ReadConfiguration> {
  const awsAuth = await read(files.awsAuth, readConfigMap);
  const entries = await read(files.accessEntries, readAccessEntries);
  const rbac = await read(files.rbac, readRbac);
  return {
    known: {
      mode: files.mode ?? null,
      hidden: null,
      accessEntries: entries === null ? null : joinPolicies(entries),
      awsAuth: awsAuth?.awsAuth ?? null,
      rbac,
    },
    problems: [
      ...problemsOf(awsAuth).map((problem) => `${files.awsAuth}: ${problem}`),
      ...(entries?.problems ?? []).map((problem) => `${files.accessEntries}: ${problem}`),
      ...(rbac?.rejects ?? []).map(({ where, message }) => `${files.rbac}: ${where} ${message}`),
    ],
  };
}

async function read<T>(file: string | undefined, parse: (text: string) => T): Promise<T | null> {
  return file === undefined ? null : parse(await readFile(file, "utf8"));
}

/** A mode by its name; null = there is none of that name. */
export function findMode(name: string): AuthenticationMode | null {
  return AUTHENTICATION_MODES.find((mode) => mode === name) ?? null;
}

function problemsOf(reading: ConfigMapReading | null): string[] {
  if (reading === null) return [];
  return [...reading.problems, ...reading.awsAuth.problems].map(({ message, place }) =>
    place === null ? message : `line ${place.line}: ${message}`,
  );
}

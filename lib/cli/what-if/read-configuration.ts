import { readFile } from "node:fs/promises";
import { AUTHENTICATION_MODES, type AuthenticationMode } from "@/lib/domain/explain/mapping/back-end-modes";
import type { ClusterMappings } from "@/lib/domain/explain/mapping/open-configuration";
import { toMappingEntry } from "@/lib/domain/explain/mapping/to-mapping-entry";
import type { AccessObjects } from "@/lib/domain/explain/reach/cluster-access";
import {
  type AccessEntriesReading,
  readAccessEntries,
} from "@/lib/domain/parse/access-entries/read-access-entries";
import { type ConfigMapReading, readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import type { RbacReading } from "@/lib/domain/parse/rbac/rbac-object";
import { readRbac } from "@/lib/domain/parse/rbac/read-rbac";

/** Where a cluster's configuration is to be read, as far as somebody has it. */
export interface ConfigurationFiles {
  readonly awsAuth: string | undefined;
  readonly accessEntries: string | undefined;
  readonly rbac: string | undefined;
  readonly mode: AuthenticationMode | undefined;
}

export interface ReadConfiguration {
  readonly mappings: ClusterMappings;
  /** null: neither access policies nor roles and bindings are given. */
  readonly access: AccessObjects | null;
  /** What could not be read, each in a sentence; the rest counts. */
  readonly problems: readonly string[];
}

/** Reads the files; a mode that is not given is the one that reads what is. Rejects where a file cannot be opened. */
export async function readConfiguration(files: ConfigurationFiles): Promise<ReadConfiguration> {
  const awsAuth = await read(files.awsAuth, readConfigMap);
  const entries = await read(files.accessEntries, readAccessEntries);
  const rbac = await read(files.rbac, readRbac);
  return {
    mappings: {
      mode: files.mode ?? modeOf(files),
      hidden: [],
      accessEntries: entries?.entries.flatMap((entry) => toMappingEntry(entry) ?? []) ?? [],
      awsAuth: awsAuth?.awsAuth ?? { entries: [], accounts: [] },
    },
    access: accessOf(entries, rbac),
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

function modeOf({ awsAuth, accessEntries }: ConfigurationFiles): AuthenticationMode {
  if (accessEntries === undefined) return "CONFIG_MAP";
  return awsAuth === undefined ? "API" : "API_AND_CONFIG_MAP";
}

/** A mode by its name; null = there is none of that name. */
export function findMode(name: string): AuthenticationMode | null {
  return AUTHENTICATION_MODES.find((mode) => mode === name) ?? null;
}

function accessOf(entries: AccessEntriesReading | null, rbac: RbacReading | null): AccessObjects | null {
  if (rbac === null && (entries === null || entries.policies.length === 0)) return null;
  return {
    roles: rbac?.roles ?? [],
    bindings: rbac?.bindings ?? [],
    entries: (entries?.entries ?? []).map(({ principalArn, type }) => ({
      principalArn,
      type,
      uniqueId: null,
      policies: entries?.policies.filter((policy) => policy.principalArn === principalArn) ?? [],
    })),
  };
}

function problemsOf(reading: ConfigMapReading | null): string[] {
  if (reading === null) return [];
  return [...reading.problems, ...reading.awsAuth.problems].map(({ message, place }) =>
    place === null ? message : `line ${place.line}: ${message}`,
  );
}

import type { ClusterHistory } from "../../correlate/configuration/cluster-history";
import { type Certainty, type ItemState, stateAt } from "../../correlate/configuration/state-at";
import type {
  AccessEntry,
  AssociatedPolicy,
  EntryWithPolicies,
} from "../../parse/access-entries/access-entry";
import type { AwsAuth } from "../../parse/aws-auth/aws-auth";
import { type ConfigMapReading, readConfigMap } from "../../parse/aws-auth/read-config-map";
import type { RbacReading } from "../../parse/rbac/rbac-object";
import { readRbac } from "../../parse/rbac/read-rbac";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { EpochMs } from "../../time/time-range";
import type { ConfigurationPart, KnownConfiguration } from "./known-configuration";
import { hiddenAt } from "./hidden-at";
import { modeAt } from "./mode-at";
import { type PartAt, type PartState, toPartState, UNKNOWN_PART } from "./part-at";

/** A cluster's configuration at an instant. */
export interface ConfigurationAt {
  readonly known: KnownConfiguration;
  readonly parts: Readonly<Record<ConfigurationPart, PartState>>;
  /** aws-auth as it stood there, for its lines; null = unknown, or there was none. */
  readonly awsAuthText: string | null;
  readonly awsAuthReading: ConfigMapReading | null;
}

/** Since when every change of a part is told; null = its changes are not watched. */
export interface Watched {
  readonly eks: EpochMs | null;
  readonly awsAuth: EpochMs | null;
}

/** What maps at an instant, as far as the history tells; roles and bindings are added by `withRbac`, where they matter. */
export function configurationAt(history: ClusterHistory, atMs: EpochMs, watched: Watched): ConfigurationAt {
  const awsAuth = stateAt(history.awsAuth, atMs, watched.awsAuth);
  const reading = awsAuth.value === null ? null : readConfigMap(awsAuth.value);
  const entries = entriesAt(history, atMs, watched.eks);
  const mode = modeAt(history, atMs, watched.eks);
  const hidden = hiddenAt(history, atMs);
  return {
    known: {
      mode: mode.value,
      hidden: hidden.value,
      accessEntries: entries.value,
      awsAuth: awsAuth.certainty === "unknown" ? null : (reading?.awsAuth ?? NO_AWS_AUTH),
      rbac: null,
    },
    parts: {
      mode: mode.state,
      hidden: hidden.state,
      accessEntries: entries.state,
      awsAuth: toPartState(awsAuth),
      rbac: UNKNOWN_PART,
    },
    awsAuthText: awsAuth.value,
    awsAuthReading: reading,
  };
}

/** The same with roles and bindings: there may be thousands. */
export function withRbac(at: ConfigurationAt, history: ClusterHistory, atMs: EpochMs): ConfigurationAt {
  return createRbacReader(history)(at, atMs);
}

/** Adds roles and bindings to configurations of several instants; what is the same at all of them is read once. */
export function createRbacReader({
  rbac: revisions,
}: ClusterHistory): (at: ConfigurationAt, atMs: EpochMs) => ConfigurationAt {
  const read = new Map<string, RbacReading>();
  const readOnce = (text: string) => {
    const reading = read.get(text) ?? readRbac(text);
    read.set(text, reading);
    return reading;
  };
  return (at, atMs) => {
    const rbac = stateAt(revisions, atMs, null);
    return {
      ...at,
      known: { ...at.known, rbac: rbac.value === null ? null : readOnce(rbac.value) },
      parts: { ...at.parts, rbac: toPartState(rbac) },
    };
  };
}

const NO_AWS_AUTH: AwsAuth = { entries: [], accounts: [], problems: [] };

function entriesAt(
  { entries, policies, areEntriesWhole, accessFile }: ClusterHistory,
  atMs: EpochMs,
  watchedFromMs: EpochMs | null,
): PartAt<readonly EntryWithPolicies[]> {
  const states = [...entries.values()].map((revisions) => stateAt(revisions, atMs, watchedFromMs));
  if (!areEntriesWhole && accessFile.length > 0) return ofFile(stateAt(accessFile, atMs, null));
  if (states.length === 0 && !areEntriesWhole) return { value: null, state: UNKNOWN_PART };
  const there = states.flatMap(({ value }) => (value === null ? [] : [JSON.parse(value) as AccessEntry]));
  const value = there.map((entry) => ({
    ...entry,
    policies: policiesAt(policies, entry.principalArn, atMs),
  }));
  const isKnown = areEntriesWhole && states.every(({ certainty }) => certainty === "known");
  const latest = latestOf(states);
  const base = latest === null ? UNKNOWN_PART : toPartState(latest);
  return { value, state: { ...base, certainty: certaintyOf(areEntriesWhole, isKnown) } };
}

/** What an authenticator printed of its file, where EKS cannot be asked: of policies it tells nothing. */
function ofFile(state: ItemState): PartAt<readonly EntryWithPolicies[]> {
  const entries = state.value === null ? [] : (JSON.parse(state.value) as readonly MappingEntry[]);
  const value = entries.map(({ arn, username, groups }) => ({
    ...{ principalArn: arn, type: "STANDARD", username, groups, policies: [] },
  }));
  return { value, state: toPartState(state) };
}

function certaintyOf(isWhole: boolean, isKnown: boolean): Certainty {
  if (!isWhole) return "unknown";
  return isKnown ? "known" : "assumed";
}

/** The one that changed last. */
function latestOf(states: readonly ItemState[]): ItemState | null {
  return states.reduce<ItemState | null>(
    (latest, one) => ((one.revision?.fromMs ?? 0) > (latest?.revision?.fromMs ?? -1) ? one : (latest ?? one)),
    null,
  );
}

function policiesAt(
  policies: ClusterHistory["policies"],
  principalArn: string,
  atMs: EpochMs,
): AssociatedPolicy[] {
  return [...policies]
    .filter(([key]) => key.startsWith(`${principalArn} `))
    .map(([, revisions]) => stateAt(revisions, atMs, null).value)
    .flatMap((value) => (value === null ? [] : [JSON.parse(value) as AssociatedPolicy]));
}

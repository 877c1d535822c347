import type { ClusterHistory } from "../../correlate/configuration/cluster-history";
import { stateAt } from "../../correlate/configuration/state-at";
import type { EpochMs } from "../../time/time-range";
import { AUTHENTICATION_MODES, type AuthenticationMode } from "../mapping/back-end-modes";
import { type PartAt, toPartState, UNKNOWN_PART } from "./part-at";

/** An authenticator names its mappers within so long of each other. */
const START_MS = 60_000;

/** The mode at an instant: as EKS tells it, or else as the mappers tell that an authenticator started with. */
export function modeAt(
  history: ClusterHistory,
  atMs: EpochMs,
  watchedFromMs: EpochMs | null,
): PartAt<AuthenticationMode> {
  const told = stateAt(history.mode, atMs, watchedFromMs);
  const mode = AUTHENTICATION_MODES.find((one) => one === told.value);
  if (mode !== undefined) return { value: mode, state: toPartState(told) };
  return modeOfMappers(history, atMs) ?? { value: null, state: UNKNOWN_PART };
}

function modeOfMappers({ mappers }: ClusterHistory, atMs: EpochMs): PartAt<AuthenticationMode> | null {
  const last = mappers.findLast(({ timeMs }) => timeMs <= atMs) ?? mappers[0];
  if (last === undefined) return null;
  const near = mappers.filter(({ timeMs }) => Math.abs(timeMs - last.timeMs) <= START_MS);
  const names = new Set(near.map(({ key }) => key));
  const readsConfigMap = names.has("EKSConfigMap") || names.has("ConfigMap");
  const readsEntries = names.has("DynamicFile");
  if (!readsConfigMap && !readsEntries) return null;
  const state = { ...UNKNOWN_PART, certainty: "assumed", asOfMs: last.timeMs } as const;
  if (!readsEntries) return { value: "CONFIG_MAP", state };
  return { value: readsConfigMap ? "API_AND_CONFIG_MAP" : "API", state };
}

import type { ConfigurationChange } from "../configuration/configuration-change";

/** Which change of a cluster is meant: no two have the same. */
export function changeKeyOf({
  timeMs,
  kind,
  part,
  key,
}: Pick<ConfigurationChange, "timeMs" | "kind" | "part" | "key">): string {
  return `${timeMs} ${kind} ${part} ${key}`;
}

import { createChance } from "../chance";
import type { Cluster } from "../organisation/clusters";
import { type LogType, loggingSetting } from "../organisation/logging";
import type { Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";

/** UpdateClusterConfig of the log types (facts: AWS §4.8). */
export function recordUpdateLogging(
  by: Session,
  change: { readonly timeMs: number; readonly cluster: Cluster; readonly on: readonly LogType[] },
): WorldEvent {
  const { timeMs, cluster, on } = change;
  const { name, accountId, region } = cluster;
  const clusterLogging = loggingSetting(on);
  const key = `logging/${name}`;
  const value = JSON.stringify({ clusterLogging });
  return recordCall({
    accountId,
    timeMs,
    eventName: "UpdateClusterConfig",
    eventSource: "eks.amazonaws.com",
    region,
    identity: by.identity,
    ip: by.ip,
    agent: by.agent,
    request: { name, logging: { clusterLogging } },
    response: {
      update: {
        id: createChance(`${key}/${timeMs}`).uuid(),
        status: "InProgress",
        type: "LoggingUpdate",
        params: [{ type: "ClusterLogging", value }],
        createdAt: timeMs / 1000,
        errors: [],
      },
    },
    host: `eks.${region}.amazonaws.com`,
    readOnly: false,
    username: by.origin.name,
    key,
  });
}

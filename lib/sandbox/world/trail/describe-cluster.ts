import type { Cluster } from "../organisation/clusters";
import type { Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";

/** DescribeCluster, as `aws eks update-kubeconfig` calls it (facts: AWS §4.8). */
export function recordDescribeCluster(
  by: Session,
  call: { timeMs: number; cluster: Cluster; key: string },
): WorldEvent {
  const { name, accountId, region } = call.cluster;
  return recordCall({
    accountId,
    timeMs: call.timeMs,
    eventName: "DescribeCluster",
    eventSource: "eks.amazonaws.com",
    region,
    identity: by.identity,
    ip: by.ip,
    agent: `${by.agent} md/command#eks.update-kubeconfig`,
    request: { name },
    response: null,
    host: `eks.${region}.amazonaws.com`,
    username: by.sessionName || by.origin.name,
    key: call.key,
  });
}

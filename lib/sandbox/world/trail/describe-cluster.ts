import { REGION } from "../organisation/clusters";
import type { Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";

/** DescribeCluster, as `aws eks update-kubeconfig` calls it (facts: AWS §4.8). */
export function recordDescribeCluster(
  by: Session,
  call: { timeMs: number; cluster: string; key: string },
): WorldEvent {
  return recordCall({
    timeMs: call.timeMs,
    eventName: "DescribeCluster",
    eventSource: "eks.amazonaws.com",
    region: REGION,
    identity: by.identity,
    ip: by.ip,
    agent: `${by.agent} md/command#eks.update-kubeconfig`,
    request: { name: call.cluster },
    response: null,
    host: `eks.${REGION}.amazonaws.com`,
    username: by.sessionName || by.person,
    key: call.key,
  });
}

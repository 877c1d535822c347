import type { Cluster } from "../organisation/clusters";
import type { Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";

/**
 * AssumeRoleForPodIdentity, which the agent on the node calls with the node's credentials; it does not name the pod. The
 * AssumeRole by `pods.eks.amazonaws.com` of the same second does, by its tags (facts: AWS §4.6).
 */
export function recordPodIdentity(
  node: Session,
  call: { timeMs: number; cluster: Cluster; key: string },
): WorldEvent {
  const { name, region } = call.cluster;
  return recordCall({
    accountId: node.accountId,
    timeMs: call.timeMs,
    eventName: "AssumeRoleForPodIdentity",
    eventSource: "eks-auth.amazonaws.com",
    region,
    identity: node.identity,
    ip: node.ip,
    agent:
      "aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.24.4 md/GOOS#linux md/GOARCH#amd64 api/eksauth#1.9.3",
    request: { clusterName: name, token: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    response: null,
    version: "1.09",
    host: `eks-auth.${region}.api.aws`,
    username: node.sessionName,
    key: call.key,
  });
}

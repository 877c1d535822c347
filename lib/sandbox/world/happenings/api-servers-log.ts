import { HOUR, MINUTE } from "../calendar";
import { writeLine } from "../day-book";
import { klogHead } from "../lines/klog";
import { type Instance, instancesAt } from "../streams";
import { chanceFor, type Scene } from "./scene";

/** The other streams of the same group. Whoever forgets the prefix `authenticator-` reads them too. */
export function apiServersLog(scene: Scene): void {
  for (const cluster of scene.clusters) {
    const chance = chanceFor(scene, `api/${cluster.name}`);
    for (let hour = 0; hour < 24; hour += 2) {
      const timeMs = scene.startMs + hour * HOUR + chance.int(0, 110 * MINUTE);
      const instance = chance.pick(instancesAt(cluster, timeMs));
      const audit = { cluster: cluster.name, timeMs, stream: `kube-apiserver-audit-${instance.hex}` };
      for (let turn = 0; turn < NOISE.length; turn++) {
        const at = { timeMs: timeMs + turn * 700, auditID: chance.uuid(), turn };
        writeLine(scene.book, { ...audit, timeMs: at.timeMs, message: () => noiseEvent(instance, at) });
      }
      if (hour % 8 === 0) {
        const head = klogHead("I", timeMs, "controller.go:615");
        const message = `${head} quota admission added evaluator for: leases.coordination.k8s.io`;
        writeLine(scene.book, { ...audit, stream: `kube-apiserver-${instance.hex}`, message });
      }
    }
  }
}

/** Components and service accounts: most of an audit log, and nobody who came through IAM. */
const NOISE = [
  {
    verb: "get",
    uri: "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler?timeout=5s",
    username: "system:kube-scheduler",
    agent: "kube-scheduler/v1.34.2 (linux/amd64) kubernetes/0000000/leader-election",
    object: { resource: "leases", namespace: "kube-system", name: "kube-scheduler" },
    code: 200,
  },
  {
    verb: "delete",
    uri: "/api/v1/namespaces/shop/pods/web-5c9d8",
    username: "system:serviceaccount:kube-system:replicaset-controller",
    agent: "kube-controller-manager/v1.34.2 (linux/amd64) kubernetes/0000000/system:serviceaccount",
    object: { resource: "pods", namespace: "shop", name: "web-5c9d8" },
    code: 200,
  },
  {
    verb: "list",
    uri: "/api/v1/secrets",
    username: "system:serviceaccount:shop:default",
    agent: "python-requests/2.32.3",
    object: { resource: "secrets" },
    code: 403,
  },
  {
    verb: "patch",
    uri: "/apis/apps/v1/namespaces/kube-system/daemonsets/aws-node",
    username: "eks:addon-watcher",
    agent: "eks-addon-watcher/v1",
    object: { resource: "daemonsets", apiGroup: "apps", namespace: "kube-system", name: "aws-node" },
    code: 200,
  },
] as const;

function noiseEvent(instance: Instance, at: { timeMs: number; auditID: string; turn: number }): string {
  const { timeMs, auditID, turn } = at;
  const noise = NOISE[turn % NOISE.length] ?? NOISE[0];
  const reason = `RBAC: allowed by ClusterRoleBinding "${noise.username}" on ${instance.cluster.name}`;
  return JSON.stringify({
    kind: "Event",
    apiVersion: "audit.k8s.io/v1",
    level: "Metadata",
    auditID,
    stage: "ResponseComplete",
    requestURI: noise.uri,
    verb: noise.verb,
    user: { username: noise.username, groups: ["system:authenticated"] },
    sourceIPs: ["10.0.41.7"],
    userAgent: noise.agent,
    objectRef: noise.object,
    responseStatus: { metadata: {}, code: noise.code },
    requestReceivedTimestamp: new Date(timeMs - 4).toISOString(),
    stageTimestamp: new Date(timeMs).toISOString(),
    annotations: {
      "authorization.k8s.io/decision": noise.code === 403 ? "forbid" : "allow",
      "authorization.k8s.io/reason": noise.code === 403 ? "" : reason,
    },
  });
}

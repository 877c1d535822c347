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
      const auditId = chance.uuid();
      writeLine(scene.book, { ...audit, message: () => auditEvent(instance, timeMs, auditId) });
      if (hour % 8 === 0) {
        const head = klogHead("I", timeMs, "controller.go:615");
        const message = `${head} quota admission added evaluator for: leases.coordination.k8s.io`;
        writeLine(scene.book, { ...audit, stream: `kube-apiserver-${instance.hex}`, message });
      }
    }
  }
}

function auditEvent(instance: Instance, timeMs: number, auditID: string): string {
  return JSON.stringify({
    kind: "Event",
    apiVersion: "audit.k8s.io/v1",
    level: "Metadata",
    auditID,
    stage: "ResponseComplete",
    requestURI: "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler?timeout=5s",
    verb: "get",
    user: { username: "system:kube-scheduler", groups: ["system:authenticated"] },
    sourceIPs: ["10.0.41.7"],
    userAgent: "kube-scheduler/v1.34.2 (linux/amd64) kubernetes/0000000/leader-election",
    objectRef: { resource: "leases", namespace: "kube-system", name: "kube-scheduler" },
    responseStatus: { metadata: {}, code: 200 },
    requestReceivedTimestamp: new Date(timeMs - 4).toISOString(),
    stageTimestamp: new Date(timeMs).toISOString(),
    annotations: {
      "authorization.k8s.io/decision": "allow",
      "authorization.k8s.io/reason": `RBAC: allowed by ClusterRoleBinding "system:kube-scheduler" on ${instance.cluster.name}`,
    },
  });
}

import { writeLine } from "../day-book";
import { auditEvent } from "../lines/audit-event";
import type { Cluster } from "../organisation/clusters";
import type { Mapping } from "../organisation/mapping";
import { roleArn } from "../organisation/roles";
import type { Session } from "../sessions/session";
import { noteRequest } from "./note-request";
import { auditStream, instancesAt } from "../streams";
import { chanceFor, roleIn, type Scene } from "./scene";
import { writerFor } from "./stream-writer";

/** An edit of aws-auth by somebody who was let in. */
interface Edit {
  readonly cluster: Cluster;
  readonly session: Session;
  readonly mapping: Mapping;
  readonly atMs: number;
  /** Adds the CI's role as system:masters; else takes it out again. */
  readonly adds: boolean;
}

/** One audit event with the new ConfigMap, and in each authenticator's log that aws-auth has changed. */
export function editAwsAuth(scene: Scene, edit: Edit): void {
  const { cluster, session, mapping, atMs } = edit;
  const instances = instancesAt(cluster, atMs);
  for (const [place, instance] of instances.entries())
    writerFor(scene, instance)(atMs + 30 + place * 11, {
      level: "info",
      msg: "Received aws-auth watch event",
      fields: {},
    });
  const [instance] = instances;
  if (instance === undefined) return;
  const at = { timeMs: atMs, auditId: chanceFor(scene, `edit/${atMs}`).uuid(), dialect: instance.dialect };
  const request = {
    verb: "update",
    resource: "configmaps",
    namespace: "kube-system",
    name: "aws-auth",
    code: 200,
    requestObject: configMap(scene, edit.adds),
  };
  const message = auditEvent(at, { session, mapping }, request);
  const line = { cluster: cluster.name, stream: auditStream(instance), timeMs: atMs, message };
  noteRequest(scene, {
    line: writeLine(scene.book, line),
    ...{ request, session, mapping, requestedMs: atMs, grantedMs: atMs },
  });
}

function configMap(scene: Scene, withCi: boolean): unknown {
  const nodes = roleArn({ ...roleIn(scene, "devCluster-node"), path: "/" });
  const ci = roleArn({ ...roleIn(scene, "github-deploy"), path: "/" });
  const operator = roleArn(roleIn(scene, "config-operator"));
  const mapRoles = [
    `- rolearn: ${nodes}\n  username: system:node:{{EC2PrivateDNSName}}\n  groups:\n  - system:bootstrappers\n  - system:nodes\n`,
    `- rolearn: ${operator}\n  username: config-operator\n  groups:\n  - system:masters\n`,
    withCi ? `- rolearn: ${ci}\n  username: kubernetes-admin\n  groups:\n  - system:masters\n` : "",
  ];
  return {
    kind: "ConfigMap",
    apiVersion: "v1",
    metadata: { name: "aws-auth", namespace: "kube-system" },
    data: { mapRoles: mapRoles.join("") },
  };
}

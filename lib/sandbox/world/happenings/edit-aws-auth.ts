import { configurationOf } from "../configuration/configuration-of";
import { writeLine } from "../day-book";
import { auditEvent } from "../lines/audit-event";
import type { Cluster } from "../organisation/clusters";
import type { Mapping } from "../organisation/mapping";
import type { Session } from "../sessions/session";
import { noteRequest } from "./note-request";
import { auditStream, type Instance, instancesAt } from "../streams";
import { chanceFor, type Scene } from "./scene";
import { writerFor } from "./stream-writer";

/** An edit of aws-auth by somebody who was let in: from then on it is what the configuration of that instant says. */
interface Edit {
  readonly cluster: Cluster;
  readonly session: Session;
  readonly mapping: Mapping;
  readonly atMs: number;
  /** What the authenticator says of lines that it cannot read; absent = it can. */
  readonly complaint?: string;
}

/** One audit event with the new ConfigMap, and in each authenticator's log that aws-auth has changed. */
export function editAwsAuth(scene: Scene, edit: Edit): void {
  const { cluster, session, mapping, atMs, complaint } = edit;
  const instances = instancesAt(cluster, atMs);
  for (const [place, instance] of instances.entries())
    noteChange(scene, instance, { timeMs: atMs + 30 + place * 11, complaint });
  const [instance] = instances;
  if (instance === undefined) return;
  const at = { timeMs: atMs, auditId: chanceFor(scene, `edit/${atMs}`).uuid(), dialect: instance.dialect };
  const request = {
    verb: "update",
    resource: "configmaps",
    namespace: "kube-system",
    name: "aws-auth",
    code: 200,
    requestObject: configMap(scene, cluster, atMs),
    responseObject: configMap(scene, cluster, atMs),
  };
  const message = auditEvent(at, { session, mapping }, request);
  const line = { cluster: cluster.name, stream: auditStream(instance), timeMs: atMs, message };
  noteRequest(scene, {
    line: writeLine(scene.book, line),
    ...{ request, session, mapping, requestedMs: atMs, grantedMs: atMs },
  });
}

/** Each instance says that it was told of the change, and what it cannot read (facts: authenticator §1.5). */
function noteChange(
  scene: Scene,
  instance: Instance,
  { timeMs, complaint }: { readonly timeMs: number; readonly complaint: string | undefined },
): void {
  const write = writerFor(scene, instance);
  write(timeMs, { level: "info", msg: "Received aws-auth watch event", fields: {} });
  if (complaint === undefined) return;
  const saved = "There was an error parsing the config maps.  Only saving data that was good";
  const parsing = `error parsing config map: [${complaint}]`;
  write(timeMs, { level: "warning", msg: `Errors parsing configmap: [${complaint}]`, fields: {} });
  write(timeMs, { level: "error", msg: `${saved}, ${parsing}`, fields: {} });
  write(timeMs, { level: "error", msg: parsing, fields: {} });
}

/** The edited object, as a client sends it and as the API server answers with it. */
function configMap(scene: Scene, cluster: Cluster, atMs: number): unknown {
  const { awsAuth } = configurationOf(scene.team, cluster, atMs);
  const metadata = { name: "aws-auth", namespace: "kube-system" };
  return { kind: "ConfigMap", apiVersion: "v1", metadata, data: awsAuth };
}

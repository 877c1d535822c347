import { DAY, HOUR, MINUTE } from "../calendar";
import type { Chance } from "../chance";
import { isRecent } from "../lines/attempt-lines";
import { klogHead } from "../lines/klog";
import type { LogLine } from "../lines/print-line";
import { startupLines } from "../lines/startup-lines";
import type { Cluster } from "../organisation/clusters";
import { userArn } from "../organisation/users";
import { clientPort, type Instance, instancesAt, instancesWithin } from "../streams";
import { chanceFor, type Scene, userIn } from "./scene";
import { writerFor } from "./stream-writer";

/** What the authenticators say of themselves: starting, watching aws-auth, complaining. */
export function instancesLive(scene: Scene): void {
  for (const cluster of scene.clusters) {
    const chance = chanceFor(scene, `instances/${cluster.name}`);
    const today = { from: scene.startMs, to: scene.startMs + DAY - 1 };
    for (const instance of instancesWithin(cluster, today))
      if (instance.bornMs >= today.from) starts(scene, instance, cluster);
    if (cluster.authenticationMode !== "API") configMapIsEdited(scene, cluster, chance);
    for (const complaint of complaints(scene, chance)) complain(scene, cluster, complaint);
  }
}

function starts(scene: Scene, instance: Instance, cluster: Cluster): void {
  const write = writerFor(scene, instance);
  const creator = userArn(userIn(scene, "terraform"));
  for (const [place, line] of startupLines(cluster, instance.dialect, creator).entries())
    write(instance.bornMs + place * 37, line);
}

/** Every instance watches aws-auth and says so when somebody has edited it. */
function configMapIsEdited(scene: Scene, cluster: Cluster, chance: Chance): void {
  const timeMs = scene.startMs + chance.int(8 * HOUR, 17 * HOUR);
  for (const instance of instancesAt(cluster, timeMs))
    writerFor(scene, instance)(timeMs + chance.int(0, 40), plain("info", "Received aws-auth watch event"));
}

type Complaint = (instance: Instance, timeMs: number) => LogLine | string;

function complain(scene: Scene, cluster: Cluster, said: { timeMs: number; complaint: Complaint }): void {
  const [instance] = instancesAt(cluster, said.timeMs);
  if (instance !== undefined) writerFor(scene, instance)(said.timeMs, said.complaint(instance, said.timeMs));
}

function complaints(scene: Scene, chance: Chance): { timeMs: number; complaint: Complaint }[] {
  const said: Complaint[] = [watchClosed, watchClosed, reflectorFailed, tlsHandshakeFailed];
  if (chance.happens(0.5)) said.push(wrongMethod);
  return said.map((complaint) => ({ timeMs: scene.startMs + chance.int(MINUTE, 23 * HOUR), complaint }));
}

function watchClosed(instance: Instance): LogLine {
  if (isRecent(instance.dialect)) return plain("warning", "Watch channel closed. Reconnecting...");
  return plain("error", "Watch channel closed.");
}

/** klog, which is no logfmt. */
function reflectorFailed(_: Instance, timeMs: number): string {
  const head = klogHead("E", timeMs, "reflector.go:166");
  const what = `"Unhandled Error" err="k8s.io/client-go/informers/factory.go:160: Failed to watch *v1.ConfigMap`;
  return `${head} ${what}: Get \\"https://127.0.0.1:443/api/v1/configmaps?watch=true\\": net/http: TLS handshake timeout"`;
}

function tlsHandshakeFailed(): LogLine {
  const msg = "http: TLS handshake error from 127.0.0.1:40112: EOF";
  return { level: "info", msg, fields: { http: "error" } };
}

function wrongMethod(instance: Instance, timeMs: number): LogLine {
  const client = clientPort(instance, { timeMs, connection: 1 });
  return {
    level: "error",
    msg: "unexpected request method",
    fields: { client, method: "GET", path: "/authenticate" },
  };
}

function plain(level: LogLine["level"], msg: string): LogLine {
  return { level, msg, fields: {} };
}

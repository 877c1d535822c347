import { HOUR, MINUTE } from "../calendar";
import type { Cluster } from "../organisation/clusters";
import { entry, entryUsername, hidden } from "../organisation/mapping";
import type { Role } from "../organisation/roles";
import { roleSession } from "../sessions/role-session";
import type { Session } from "../sessions/session";
import { US_EAST_1_STS } from "../trail/sts-host";
import { checkToken } from "./check-token";
import { chanceFor, openKey, roleIn, type Scene } from "./scene";

const ACTORS = [
  {
    role: "AWSWesleyClusterManagerLambda-NodeManagerRole-1QX7EXAMPLE2A",
    username: "eks:node-manager",
    everyMs: 3 * HOUR,
  },
  {
    role: "AWSWesleyClusterManagerLambda-Add-AddonManagerRole-1ZK3EXAMPLE9",
    username: "eks:addon-manager",
    everyMs: 4 * HOUR,
  },
] as const;

/** AWS's own roles look after the clusters, from an account whose trail nobody here can read. */
export function eksActorsCall(scene: Scene): void {
  for (const cluster of scene.clusters) for (const actor of ACTORS) actorCalls(scene, cluster, actor);
  serviceRoleCalls(scene);
}

function actorCalls(scene: Scene, cluster: Cluster, actor: (typeof ACTORS)[number]): void {
  const chance = chanceFor(scene, `eks/${cluster.name}/${actor.username}`);
  const outcome = hidden(actor.username, []);
  for (let at = 0; at < 24 * HOUR; at += actor.everyMs) {
    const atMs = scene.startMs + at + chance.int(MINUTE, 100 * MINUTE);
    const label = `eks/${cluster.name}/${actor.username}/${at}`;
    const session = actorSession(actor, {
      role: roleIn(scene, actor.role),
      accessKeyId: openKey(scene, label),
      createdMs: atMs - 3000,
    });
    const check = { cluster, atMs, session, story: "EKS", host: US_EAST_1_STS, outcome };
    checkToken(scene, check);
    if (chance.happens(0.5)) checkToken(scene, { ...check, atMs: atMs + chance.int(200, 9000) });
  }
}

function actorSession(
  actor: (typeof ACTORS)[number],
  issued: { role: Role; accessKeyId: string; createdMs: number },
): Session {
  return roleSession({
    ...issued,
    region: US_EAST_1_STS.region,
    sessionName: "EKSAuthTokenSession",
    origin: { kind: "aws", name: actor.username },
    ip: "AWS Internal",
    agent: "AWS Internal",
  });
}

/** EKS's service-linked role is the customer's: its calls are in the trail. */
function serviceRoleCalls(scene: Scene): void {
  const chance = chanceFor(scene, "eks/service-role");
  const role = roleIn(scene, "AWSServiceRoleForAmazonEKS");
  for (let hour = 0; hour < 24; hour += 3) {
    const atMs = scene.startMs + hour * HOUR + chance.int(5 * MINUTE, 170 * MINUTE);
    const sessionName = `${atMs}${chance.digits(6)}`;
    const username = entryUsername(role, sessionName);
    const session = roleSession({
      role,
      sessionName,
      region: scene.team.region,
      accessKeyId: openKey(scene, `eks/service/${hour}`),
      createdMs: atMs - 2000,
      origin: { kind: "aws", name: username },
      ip: "eks.amazonaws.com",
      agent: "eks.amazonaws.com",
      identity: { invokedBy: "eks.amazonaws.com" },
    });
    const outcome = entry(username, ["eks:managed"]);
    checkToken(scene, { cluster: scene.team.clusters.staging, atMs, session, story: "EKS", outcome });
  }
}

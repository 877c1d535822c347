import { createHash } from "node:crypto";
import { HOUR, isWednesday, MINUTE, SECOND } from "../calendar";
import { listed } from "../organisation/mapping";
import type { IamUser } from "../organisation/users";
import { roleSession } from "../sessions/role-session";
import { userSession } from "../sessions/user-session";
import { recordWebIdentity } from "../trail/federated-sign-in";
import { globalSts } from "../trail/sts-host";
import { checkToken } from "./check-token";
import { openKey, roleIn, type Scene, userIn } from "./scene";

/** The address that the talk's CloudTrail rows show for EKS. */
const EKS_IP = "3.209.144.150";
const ADMIN = ["system:masters"];

/**
 * The examples of the talk of 2020-04-29 (a Wednesday), every Wednesday at their hours; the rows' hours are the
 * speaker's, taken as UTC+8. The authenticator's line belongs to another account and has nothing to do with the rows.
 */
export function talkIsGiven(scene: Scene): void {
  if (scene.team.number !== 0 || !isWednesday(scene.day)) return;
  speakerSignsInAsUser(scene);
  speakerUsesCli(scene);
  speakerUsesSso(scene);
  echoerTakesRole(scene);
}

/** The literal line, but for its time. */
function speakerSignsInAsUser(scene: Scene): void {
  const user: IamUser = {
    ...userIn(scene, "mazda-cli"),
    accountId: "123456789012",
    name: "mazda",
    id: "AIDA6JYMCST3MAPENSXAH",
    accessKeyId: "AKIAEXAMPLEMAZDA0001",
  };
  checkToken(scene, {
    cluster: scene.team.clusters.dev,
    instance: 1,
    client: "127.0.0.1:43728",
    atMs: at(scene, { hour: 5, minute: 32, second: 52 }) + 100,
    lagMs: 110,
    decideMs: 1,
    session: userSession(user, scene.team.region),
    story: "talk",
    outcome: listed("kubernetes-admin", ADMIN),
  });
}

function speakerUsesCli(scene: Scene): void {
  checkToken(scene, {
    cluster: scene.team.clusters.dev,
    atMs: at(scene, { hour: 13, minute: 41, second: 12 }) + 204,
    session: userSession(userIn(scene, "mazda-cli"), scene.team.region),
    story: "talk",
    outcome: listed("mazda-cli", ADMIN),
    host: globalSts(scene.team.region),
    sts: {
      ip: EKS_IP,
      precise: false,
      eventId: shifted(scene, "c4f1394f-6695-4aed-8473-5be7cee0adee"),
      requestId: shifted(scene, "44b7902c-bbd5-4c03-b0b4-8e558780cd06"),
    },
  });
}

function speakerUsesSso(scene: Scene): void {
  const atMs = at(scene, { hour: 17, minute: 8, second: 34 }) + 611;
  const role = roleIn(scene, "eksAdmins");
  const accessKeyId = openKey(scene, "talk/sso");
  const session = roleSession({
    role,
    region: scene.team.region,
    sessionName: "mazda@example.com",
    accessKeyId,
    createdMs: atMs - 6 * MINUTE,
    origin: { kind: "person", name: "mazda@example.com" },
    ip: "203.0.113.200",
    agent: "aws-cli/2.0.10 Python/3.7.4 Darwin/19.4.0 botocore/2.0.0dev14",
    global: true,
  });
  checkToken(scene, {
    cluster: scene.team.clusters.dev,
    atMs,
    session,
    story: "talk",
    outcome: listed("adminuser:mazda-example.com", ADMIN),
    host: globalSts(scene.team.region),
    sts: {
      ip: EKS_IP,
      precise: false,
      eventId: shifted(scene, "efd50ebe-14c5-44af-9b79-e3ed73c752a6"),
      requestId: shifted(scene, "e50e763c-4b4b-49e9-8d83-f03efd55a0f0"),
    },
  });
}

/** IAM Roles for Service Accounts: a pod takes its role; no cluster is asked. */
function echoerTakesRole(scene: Scene): void {
  const timeMs = at(scene, { hour: 14, minute: 1, second: 29 });
  const identity = {
    issuer: "oidc.eks.us-east-1.amazonaws.com/id/XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
    subject: "system:serviceaccount:default:s3-echoer",
    ip: "54.86.228.21",
    agent: "aws-cli/1.18.48 Python/3.7.4 Linux/4.14.173 botocore/1.15.48",
    host: globalSts(scene.team.region),
  };
  const accessKeyId = openKey(scene, "talk/echoer");
  const sessionName = `botocore-session-${timeMs / SECOND}`;
  const role = roleIn(scene, "s3-echoer");
  scene.book.events.push(
    recordWebIdentity(identity, {
      role,
      region: scene.team.region,
      sessionName,
      accessKeyId,
      timeMs,
      key: accessKeyId,
      eventId: shifted(scene, "7c9a1627-39ed-410a-9f95-082812903fb6"),
      requestId: shifted(scene, "9cf4c019-620e-4af4-ab9f-f16f35e4ab5c"),
    }),
  );
}

function at(scene: Scene, clock: { hour: number; minute: number; second: number }): number {
  return scene.startMs + clock.hour * HOUR + clock.minute * MINUTE + clock.second * SECOND;
}

/** The talk's id with an end of its own for every week: no id comes twice. */
function shifted(scene: Scene, id: string): string {
  const end = createHash("sha256").update(`${scene.seed}/${scene.day}/${id}`).digest("hex").slice(0, 12);
  return `${id.slice(0, 24)}${end}`;
}

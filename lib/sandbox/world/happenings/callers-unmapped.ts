import { isWorkday, MINUTE } from "../calendar";
import type { Chance } from "../chance";
import { personOf } from "../create-team";
import { userArn } from "../organisation/users";
import { userSession } from "../sessions/user-session";
import { recordDeniedAssumeRole } from "../trail/assume-role";
import { checkToken } from "./check-token";
import { lostInstance, personAsNode } from "./node-role-misused";
import { asRole, signIn } from "./people-work";
import { chanceFor, officeHour, roleIn, type Scene, userIn } from "./scene";
import { takeAsInstance } from "./take-role";

/** STS knows them, the cluster does not (facts: authenticator §2.3, §4.8). */
export function callersUnmapped(scene: Scene): void {
  const chance = chanceFor(scene, "unmapped");
  withoutEntry(scene, chance);
  reCreatedRoles(scene, chance);
  if (chance.happens(0.7)) pathInConfigMap(scene, chance);
  if (chance.happens(0.6)) userWhereRoleIsMapped(scene, chance);
  if (chance.happens(0.6)) bastion(scene, chance);
  if (chance.happens(0.6)) personAsNode(scene, chance);
  if (chance.happens(0.5)) lostInstance(scene, chance);
  if (chance.happens(0.5)) renamedUser(scene, chance);
  if (chance.happens(0.5)) deniedBreakGlass(scene, chance);
}

/** A developer at prod: an entry exists in staging only. He tries twice. */
function withoutEntry(scene: Scene, chance: Chance): void {
  const atMs = officeHour(scene, chance);
  const session = signIn(scene, personOf(scene.team, "bob"), atMs - 3 * MINUTE);
  for (const wait of [0, 41_000])
    checkToken(scene, {
      cluster: scene.team.clusters.prod,
      atMs: atMs + wait,
      session,
      story: "no entry",
      outcome: null,
    });
}

/** The permission set, or the role, was made anew: same name to a human eye, another suffix or unique id. */
function reCreatedRoles(scene: Scene, chance: Chance): void {
  const atMs = officeHour(scene, chance);
  const auditor = signIn(scene, personOf(scene.team, "frank"), atMs - MINUTE);
  const story = "role re-created";
  const { prod, dev } = scene.team.clusters;
  for (const cluster of isWorkday(scene.day) ? [prod, dev] : [prod])
    checkToken(scene, { cluster, atMs: chance.int(0, 9000) + atMs, session: auditor, story, outcome: null });
  const laterMs = officeHour(scene, chance);
  const session = asRole(scene, personOf(scene.team, "erin"), { role: "data-science", timeMs: laterMs });
  checkToken(scene, {
    cluster: scene.team.clusters.staging,
    atMs: laterMs + 900,
    session,
    story,
    outcome: null,
  });
}

/** aws-auth lists the role with its path, which no caller's canonical ARN has. */
function pathInConfigMap(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const session = asRole(scene, personOf(scene.team, "carol"), { role: "team-payments", timeMs });
  checkToken(scene, {
    cluster: scene.team.clusters.dev,
    atMs: timeMs + 1200,
    session,
    story: "role path",
    outcome: null,
  });
}

function userWhereRoleIsMapped(scene: Scene, chance: Chance): void {
  const session = userSession(userIn(scene, "heidi"), scene.team.region);
  const atMs = officeHour(scene, chance);
  checkToken(scene, {
    cluster: scene.team.clusters.staging,
    atMs,
    session,
    story: "wrong principal",
    outcome: null,
  });
}

/** An instance that is no node. */
function bastion(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const session = takeAsInstance(scene, { role: "bastion-host", instanceId: "i-0d4c1b7e93a5f2068", timeMs });
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs: timeMs + 7000,
    session,
    story: "instance",
    outcome: null,
  });
}

/** The access entry holds the unique id with the ARN of before the renaming. */
function renamedUser(scene: Scene, chance: Chance): void {
  const user = userIn(scene, "ivan");
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs: officeHour(scene, chance),
    session: userSession(user, scene.team.region),
    story: "renamed user",
    outcome: "mapper DynamicFile Map error: ARN does not match User ID",
    entryArn: `${userArn(user)}.old`,
  });
}

/** IAM refuses the role: there is an event and no attempt. */
function deniedBreakGlass(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const by = signIn(scene, personOf(scene.team, "dave"), timeMs - 2 * MINUTE);
  const role = roleIn(scene, "break-glass");
  const taken = {
    role,
    region: by.region,
    sessionName: "EKSGetTokenAuth",
    accessKeyId: "",
    timeMs,
    key: `denied/${timeMs}`,
  };
  scene.book.events.push(recordDeniedAssumeRole(by, taken));
}

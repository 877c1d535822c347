import { MINUTE } from "../calendar";
import type { Chance } from "../chance";
import { personOf } from "../create-team";
import { listed } from "../organisation/mapping";
import { changeKey } from "../sessions/change-key";
import { federatedSession } from "../sessions/federated-session";
import { rootSession } from "../sessions/root-session";
import { userSession } from "../sessions/user-session";
import { recordAssumeRoot, recordFederationToken, recordSessionToken } from "../trail/user-tokens";
import { checkToken } from "./check-token";
import { signIn } from "./people-work";
import { chanceFor, officeHour, openKey, recordHop, type Scene, userIn } from "./scene";

/** Temporary credentials that are of no role (facts: AWS §4.7). */
export function usersTakeTokens(scene: Scene): void {
  const chance = chanceFor(scene, "user-tokens");
  federationToken(scene, chance);
  sessionToken(scene, chance);
  if (scene.day % 3 === 1) memberRoot(scene, chance);
}

/** A broker hands out a token in the name of whoever asks it; aws-auth lists the name. */
function federationToken(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const by = userSession(userIn(scene, "access-broker"), scene.team.region);
  const accessKeyId = openKey(scene, `federation/${timeMs}`);
  const name = "deploy-viewer";
  const hop = recordHop(scene, recordFederationToken(by, { timeMs, accessKeyId }, name));
  checkToken(scene, {
    cluster: scene.team.clusters.dev,
    atMs: timeMs + 4_000,
    session: federatedSession(by, { name, accessKeyId, createdMs: timeMs, hop }),
    story: "federation token",
    outcome: listed("federated:deploy-viewer", ["viewers"]),
  });
}

/** A user whose policies ask for a second factor. */
function sessionToken(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const user = userIn(scene, "heidi");
  const by = userSession(user, scene.team.region);
  const accessKeyId = openKey(scene, `session-token/${timeMs}`);
  const device = `arn:aws:iam::${user.accountId}:mfa/${user.name}`;
  const hop = recordHop(scene, recordSessionToken(by, { timeMs, accessKeyId }, device));
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs: timeMs + 2 * MINUTE,
    session: changeKey(by, { accessKeyId, createdMs: timeMs, hops: [hop] }),
    story: "session token",
    outcome: user.mappings.prod ?? null,
  });
}

/** An administrator becomes root of a member account, and no cluster knows root. */
function memberRoot(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const by = signIn(scene, personOf(scene.team, "carol"), timeMs - 3 * MINUTE);
  const accessKeyId = openKey(scene, `assume-root/${timeMs}`);
  const hop = recordHop(scene, recordAssumeRoot(by, { timeMs, accessKeyId }, by.accountId));
  const { origin, chain, ip, agent } = by;
  const root = { ...rootSession(scene.team), origin, chain, ip, agent };
  const context = { assumedRoot: "true" };
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs: timeMs + 9_000,
    session: changeKey(root, { accessKeyId, createdMs: timeMs, hops: [hop], context }),
    story: "root",
    outcome: null,
  });
}

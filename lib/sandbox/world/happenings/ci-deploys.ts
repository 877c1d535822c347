import { HOUR, isWorkday, MINUTE, SECOND } from "../calendar";
import type { Mapping } from "../organisation/people";
import { roleNamed } from "../organisation/roles";
import { roleSession } from "../sessions/role-session";
import { recordDescribeCluster } from "../trail/describe-cluster";
import type { WebIdentity } from "../trail/federated-sign-in";
import { checkToken } from "./check-token";
import { chanceFor, openKey, type Scene } from "./scene";
import { takeByToken } from "./take-by-token";

const GITHUB: WebIdentity = {
  issuer: "token.actions.githubusercontent.com",
  subject: "repo:example/shop:ref:refs/heads/main",
  ip: "192.0.2.88",
  agent:
    "aws-sdk-js/3.864.0 ua/2.1 os/linux#6.11.0 lang/js md/nodejs#20.19.4 api/sts#3.864.0 configure-aws-credentials-for-github-actions",
};
/** GitHub's runners take a role by their OIDC token; a partner's pipeline comes with a role of its own account. */
export function ciDeploys(scene: Scene): void {
  githubDeploys(scene);
  partnerDeploys(scene);
}

function githubDeploys(scene: Scene): void {
  const chance = chanceFor(scene, "github");
  const runs = isWorkday(scene.day) ? chance.int(6, 9) : chance.int(2, 3);
  for (let run = 0; run < runs; run++) {
    const timeMs = scene.startMs + chance.int(7 * HOUR, 20 * HOUR);
    const session = takeByToken(scene, GITHUB, {
      role: "github-deploy",
      sessionName: "GitHubActions",
      timeMs,
    });
    for (const cluster of chance.happens(0.5) ? ["staging", "prod"] : ["staging"]) {
      const atMs = timeMs + (cluster === "prod" ? 3 * MINUTE : 0) + chance.int(4 * SECOND, 40 * SECOND);
      const key = `github/${cluster}/${session.accessKeyId}`;
      scene.book.events.push(recordDescribeCluster(session, { timeMs: atMs - 2500, cluster, key }));
      const username = "arn:aws:sts::111122223333:assumed-role/github-deploy/GitHubActions";
      const outcome: Mapping = { username, groups: ["deployers"], via: "access-entry" };
      checkToken(scene, { cluster, atMs, session, story: "CI", outcome });
    }
  }
}

/** A role of another account: the log shows it, but its STS event is in the other account's trail. */
function partnerDeploys(scene: Scene): void {
  const chance = chanceFor(scene, "partner");
  if (!chance.happens(0.6)) return;
  const atMs = scene.startMs + chance.int(10 * HOUR, 16 * HOUR);
  const session = roleSession({
    role: roleNamed("partner-deploy"),
    sessionName: "release-train",
    accessKeyId: openKey(scene, "partner"),
    createdMs: atMs - MINUTE,
    person: "partner-deploy/release-train",
    ip: "192.0.2.201",
    agent: "aws-cli/2.31.18",
  });
  const outcome: Mapping = { username: "partner:release-train", groups: ["deployers"], via: "config-map" };
  checkToken(scene, { cluster: "prod", atMs, session, story: "other account", outcome });
}

import { HOUR, isWorkday, MINUTE, SECOND } from "../calendar";
import { entry, entryUsername } from "../organisation/mapping";
import type { Session } from "../sessions/session";
import { recordDescribeCluster } from "../trail/describe-cluster";
import type { WebIdentity } from "../trail/federated-sign-in";
import { checkToken } from "./check-token";
import { chanceFor, roleIn, type Scene } from "./scene";
import { takeByToken } from "./take-by-token";

const GITHUB: Omit<WebIdentity, "subject"> = {
  issuer: "token.actions.githubusercontent.com",
  ip: "192.0.2.88",
  agent:
    "aws-sdk-js/3.864.0 ua/2.1 os/linux#6.11.0 lang/js md/nodejs#20.19.4 api/sts#3.864.0 configure-aws-credentials-for-github-actions",
};
/** GitHub's runners take a role by their OIDC token. */
export function ciDeploys(scene: Scene): void {
  const chance = chanceFor(scene, "github");
  const { staging, prod } = scene.team.clusters;
  const runs = isWorkday(scene.day) ? chance.int(6, 9) : chance.int(2, 3);
  for (let run = 0; run < runs; run++) {
    const timeMs = scene.startMs + chance.int(7 * HOUR, 20 * HOUR);
    const session = githubRuns(scene, timeMs);
    for (const cluster of chance.happens(0.5) ? [staging, prod] : [staging]) {
      const atMs = timeMs + (cluster === prod ? 3 * MINUTE : 0) + chance.int(4 * SECOND, 40 * SECOND);
      const key = `github/${cluster.name}/${session.accessKeyId}`;
      scene.book.events.push(recordDescribeCluster(session, { timeMs: atMs - 2500, cluster, key }));
      const outcome = entry(entryUsername(roleIn(scene, "github-deploy"), "GitHubActions"), ["deployers"]);
      checkToken(scene, { cluster, atMs, session, story: "CI", outcome });
    }
  }
}

/** A run's credentials. */
export function githubRuns(scene: Scene, timeMs: number): Session {
  const subject = `repo:example/${scene.team.prefix}shop:ref:refs/heads/main`;
  const taken = { role: "github-deploy", sessionName: "GitHubActions", timeMs };
  return takeByToken(scene, { ...GITHUB, subject }, taken);
}

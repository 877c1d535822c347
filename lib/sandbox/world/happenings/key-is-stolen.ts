import { isIncidentDay, ROLE_TAKEN_AFTER, THEFT_AT } from "../configuration/passing-changes";
import { MINUTE, SECOND } from "../calendar";
import type { Team } from "../create-team";
import type { KubeRequest } from "../lines/audit-event";
import type { Cluster } from "../organisation/clusters";
import { entry, entryUsername, listed, type Mapping } from "../organisation/mapping";
import type { Session } from "../sessions/session";
import { recordCallerIdentity } from "../trail/caller-identity";
import { recordDescribeCluster } from "../trail/describe-cluster";
import { regionalSts } from "../trail/sts-host";
import { checkToken } from "./check-token";
import { githubRuns } from "./ci-deploys";
import { editAwsAuth } from "./edit-aws-auth";
import type { KubeWork } from "./kube-work";
import { roleIn, type Scene } from "./scene";
import { chainRole } from "./take-role";

/** Thursday, every second week. */

/** Where the thief sits; nobody of the organisation works from there. */
const ELSEWHERE = {
  ip: "192.0.2.66",
  agent: "aws-cli/2.27.41 md/awscrt#0.26.1 ua/2.1 os/linux#5.10.0 lang/python#3.13.3",
};
const STORY = "stolen key";
const THIEFS_KUBECTL = "kubectl/v1.30.0 (linux/amd64) kubernetes/7c48c2b";

/** What `kubernetes-admin` does, turn by turn. */
const DEEDS: readonly (readonly KubeRequest[])[] = [
  [
    { verb: "list", resource: "namespaces", code: 200 },
    { verb: "list", resource: "secrets", code: 200 },
  ],
  [
    { verb: "get", resource: "pods", subresource: "exec", namespace: "shop", name: "web-7d9f4", code: 101 },
    {
      verb: "create",
      resource: "serviceaccounts",
      namespace: "kube-system",
      name: "metrics-sync",
      code: 201,
    },
  ],
  [{ verb: "delete", resource: "namespaces", namespace: "shop", name: "shop", code: 200 }],
];

/**
 * The incident of every second Thursday (README, "The incident"): a CI session's key is used from elsewhere, is denied at
 * cluster after cluster, takes the role that may edit aws-auth, lets itself in as system:masters and wipes the trace.
 */
export function keyIsStolen(scene: Scene, victims: readonly Team[]): void {
  if (!isIncidentDay(scene.day) || scene.team.number !== 0) return;
  const startMs = scene.startMs + THEFT_AT;
  const { dev } = scene.team.clusters;
  const stolen = { ...githubRuns(scene, startMs), ...ELSEWHERE };
  looksAround(scene, stolen, startMs + 21 * MINUTE);
  probes(scene, { session: stolen, victims, atMs: startMs + 23 * MINUTE });
  const takenMs = startMs + ROLE_TAKEN_AFTER;
  const operator = chainRole(scene, stolen, {
    role: "config-operator",
    sessionName: "GitHubActions",
    timeMs: takenMs,
  });
  const operatorMapping = listed("config-operator", ["system:masters"]);
  uses(scene, { cluster: dev, session: operator, atMs: takenMs + 40 * SECOND, mapping: operatorMapping });
  editAwsAuth(scene, {
    cluster: dev,
    session: operator,
    mapping: operatorMapping,
    atMs: takenMs + MINUTE,
  });
  const admin = listed("kubernetes-admin", ["system:masters"]);
  for (const [turn, wait] of [3, 9, 16].entries()) {
    const work = { requests: DEEDS[turn] ?? [], agent: THIEFS_KUBECTL };
    uses(scene, { cluster: dev, session: stolen, atMs: takenMs + wait * MINUTE, mapping: admin, work });
  }
  uses(scene, {
    cluster: dev,
    session: operator,
    atMs: takenMs + 24 * MINUTE - 2 * SECOND,
    mapping: operatorMapping,
  });
  editAwsAuth(scene, {
    cluster: dev,
    session: operator,
    mapping: operatorMapping,
    atMs: takenMs + 24 * MINUTE,
  });
  checkToken(scene, {
    cluster: dev,
    session: stolen,
    atMs: takenMs + 26 * MINUTE,
    story: STORY,
    outcome: null,
  });
}

/** `aws sts get-caller-identity`, then the clusters one by one: the thief's own address and tool are in these records only. */
function looksAround(scene: Scene, session: Session, timeMs: number): void {
  const host = regionalSts(session.region);
  const whoAmI = { timeMs, session, host, precise: true, key: `stolen/${session.accessKeyId}` };
  scene.book.events.push(recordCallerIdentity(whoAmI));
  for (const [place, cluster] of scene.clusters.entries()) {
    const call = { timeMs: timeMs + (place + 1) * 9 * SECOND, cluster, key: `stolen/${cluster.name}` };
    scene.book.events.push(recordDescribeCluster(session, call));
  }
}

/** Denied everywhere but at staging, where CI may deploy. */
function probes(
  scene: Scene,
  of: { readonly session: Session; readonly victims: readonly Team[]; readonly atMs: number },
): void {
  const { prod, staging, dev } = scene.team.clusters;
  const deployer = entry(entryUsername(roleIn(scene, "github-deploy"), "GitHubActions"), ["deployers"]);
  const others = of.victims.map((team) => team.clusters.prod);
  for (const [place, cluster] of [dev, ...others, prod, staging].entries()) {
    const outcome = cluster === staging || cluster === prod ? deployer : null;
    const atMs = of.atMs + place * 47 * SECOND;
    checkToken(scene, { cluster, session: of.session, atMs, story: STORY, outcome });
  }
}

function uses(
  scene: Scene,
  of: {
    readonly cluster: Cluster;
    readonly session: Session;
    readonly atMs: number;
    readonly mapping: Mapping;
    readonly work?: KubeWork;
  },
): void {
  const { mapping, ...check } = of;
  checkToken(scene, { ...check, story: STORY, outcome: mapping });
}

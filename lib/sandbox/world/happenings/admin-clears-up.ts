import { HOUR, isWorkday, MINUTE } from "../calendar";
import { personOf } from "../create-team";
import { listed } from "../organisation/mapping";
import { checkToken } from "./check-token";
import type { KubeWork } from "./kube-work";
import { signIn } from "./people-work";
import { chanceFor, type Scene } from "./scene";
import { chainRole } from "./take-role";

/** aws-auth gives the role the name that also the cluster's creator has. */
const ADMIN = listed("kubernetes-admin", ["system:masters"]);

/**
 * `kubernetes-admin` deletes a namespace, and who it was stands in no line of the cluster's: an administrator ran
 * `aws eks get-token --role-arn`, which names everybody's session the same.
 */
export function adminClearsUp(scene: Scene): void {
  if (!isWorkday(scene.day)) return;
  const chance = chanceFor(scene, "clear-up");
  const person = personOf(scene.team, chance.pick(["alice", "carol"] as const));
  const timeMs = scene.startMs + chance.int(9 * HOUR, 17 * HOUR);
  const own = signIn(scene, person, timeMs - 12 * MINUTE);
  const session = chainRole(scene, own, { role: "cluster-admin", sessionName: "EKSGetTokenAuth", timeMs });
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs: timeMs + 900,
    session,
    story: "role chaining",
    outcome: ADMIN,
    work: clearUp(`review-${chance.int(100, 999)}`),
  });
}

/** Looks at it first. */
function clearUp(name: string): KubeWork {
  const namespace = { resource: "namespaces", namespace: name, name };
  return {
    agent: "kubectl/v1.34.1 (darwin/arm64) kubernetes/93248f9",
    requests: [
      { verb: "list", resource: "pods", namespace: name, code: 200 },
      { ...namespace, verb: "get", code: 200 },
      { ...namespace, verb: "delete", code: 200 },
      { verb: "list", resource: "namespaces", code: 200 },
    ],
  };
}

import type { Chance } from "../chance";
import { personOf } from "../create-team";
import { checkToken } from "./check-token";
import { asRole } from "./people-work";
import { officeHour, type Scene } from "./scene";
import { takeAsInstance } from "./take-role";

export const NODE_TEMPLATE =
  'mapper EKSConfigMap renderTemplates error: error rendering username template "system:node:{{EC2PrivateDNSName}}": ';

/** Somebody took the nodes' role: there is no instance to name. */
export function personAsNode(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const session = asRole(scene, personOf(scene.team, "dave"), { role: "prod-node", timeMs });
  const outcome = `${NODE_TEMPLATE}SessionName did not contain an instance id`;
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs: timeMs + 800,
    session,
    story: "person as node",
    outcome,
  });
}

export function lostInstance(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const instanceId = `i-0${chance.hex(16)}`;
  const session = takeAsInstance(scene, { role: "prod-node", instanceId, timeMs });
  const request = `operation error EC2: DescribeInstances, https response error StatusCode: 400, RequestID: ${chance.uuid()}`;
  const why = `api error InvalidInstanceID.NotFound: The instance ID '${instanceId}' does not exist`;
  const outcome = `${NODE_TEMPLATE}failed querying private DNS from EC2 API for node ${instanceId}: ${request}, ${why} `;
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs: timeMs + 5000,
    session,
    story: "lost instance",
    outcome,
    decideMs: 380,
  });
}

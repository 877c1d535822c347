import { MINUTE, SECOND } from "../calendar";
import { oidcIssuerOf } from "../organisation/clusters";
import { listed } from "../organisation/mapping";
import { workbenchUsersOf } from "../organisation/workbench";
import type { WebIdentity } from "../trail/federated-sign-in";
import { onBehalfOf } from "../trail/portal-user";
import { checkToken } from "./check-token";
import { chanceFor, officeHour, type Scene } from "./scene";
import { takeByToken } from "./take-by-token";
import { chainRole } from "./take-role";

const GATEWAY: Omit<WebIdentity, "issuer"> = {
  subject: "system:serviceaccount:workbench:gateway",
  ip: "192.0.2.140",
  agent: "Boto3/1.40.11 md/Botocore#1.40.11 ua/2.1 os/linux#6.12.0 md/arch#x86_64 lang/python#3.13.7",
};

/**
 * A workbench in the browser hands Identity Center's users on: it takes a role in the context of each, so that what is done
 * with it names the user by his id (facts: AWS §4.1). The session's name is a library's; no event carries the user's.
 */
export function workbenchActs(scene: Scene): void {
  const { prod, staging } = scene.team.clusters;
  for (const { userId, userName } of workbenchUsersOf(scene.team)) {
    const chance = chanceFor(scene, `workbench/${userId}`);
    const timeMs = officeHour(scene, chance);
    const named = (atMs: number) => `botocore-session-${Math.floor(atMs / SECOND)}`;
    const startMs = timeMs - 5 * MINUTE;
    const gateway = takeByToken(
      scene,
      { ...GATEWAY, issuer: oidcIssuerOf(prod) },
      { role: "workbench-gateway", sessionName: named(startMs), timeMs: startMs },
    );
    const session = chainRole(scene, gateway, {
      role: "workbench-user",
      sessionName: named(timeMs),
      timeMs,
      request: { providedContexts: [{ providerArn: "arn:aws:iam::aws:contextProvider/IdentityCenter" }] },
      as: {
        origin: { kind: "person", name: userName ?? userId, userId },
        identity: { onBehalfOf: onBehalfOf(userId, gateway.accountId) },
      },
    });
    const outcome = listed("workbench", ["developers"]);
    for (const wait of [3 * SECOND, 7 * MINUTE])
      checkToken(scene, { cluster: staging, atMs: timeMs + wait, session, story: "workbench", outcome });
  }
}

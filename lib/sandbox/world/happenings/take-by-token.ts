import { roleSession } from "../sessions/role-session";
import type { Session } from "../sessions/session";
import { recordWebIdentity, type WebIdentity } from "../trail/federated-sign-in";
import { openKey, recordHop, roleIn, type Scene } from "./scene";

/** Takes a role with an OIDC token. */
export function takeByToken(
  scene: Scene,
  identity: WebIdentity,
  taken: { role: string; sessionName: string; timeMs: number },
): Session {
  const accessKeyId = openKey(scene, `web/${taken.role}/${taken.timeMs}`);
  const issue = {
    ...taken,
    role: roleIn(scene, taken.role),
    region: scene.team.region,
    accessKeyId,
    key: accessKeyId,
  };
  const hop = recordHop(scene, recordWebIdentity(identity, issue));
  const { subject, ip, agent } = identity;
  return roleSession({
    ...issue,
    createdMs: taken.timeMs,
    origin: { kind: subject.startsWith("system:") ? "workload" : "ci", name: subject },
    chain: [hop],
    ip,
    agent,
    context: {
      webIdFederationData: {
        federatedProvider: `arn:aws:iam::${issue.role.accountId}:oidc-provider/${identity.issuer}`,
        attributes: {},
      },
    },
  });
}

import { roleSession } from "../sessions/role-session";
import type { JsonObject, Session } from "../sessions/session";
import { recordAssumeRole, recordAssumeRoleAbroad, recordServiceAssumeRole } from "../trail/assume-role";
import type { Origin } from "../world-day";
import { openKey, recordHop, roleIn, type Scene } from "./scene";

/** Role chaining: credentials of one role take another. The person behind them stays the same. */
export function chainRole(
  scene: Scene,
  by: Session,
  taken: {
    readonly role: string;
    readonly sessionName: string;
    readonly timeMs: number;
    /** Added to `requestParameters`: session tags. */
    readonly request?: JsonObject;
    /** For whom the caller takes it, instead of for himself. */
    readonly as?: { readonly origin: Origin; readonly identity: JsonObject };
  },
): Session {
  const accessKeyId = openKey(scene, `chained/${taken.role}/${by.accessKeyId}/${taken.timeMs}`);
  const role = roleIn(scene, taken.role);
  const { region } = by;
  const { request, as, ...rest } = taken;
  const wishes = { ...rest, role, region, accessKeyId, key: accessKeyId };
  const twin = role.accountId === by.accountId ? null : recordAssumeRoleAbroad(by, wishes, request);
  const hop = recordHop(scene, recordAssumeRole(by, wishes, request), twin);
  const { origin, ip, agent, global } = by;
  const chain = [...by.chain, hop];
  const context = sourceIdentityOf(by);
  const own = { ...wishes, createdMs: taken.timeMs, origin, chain, ip, agent, global, context };
  return roleSession({ ...own, ...as });
}

/** It stays through role chaining. */
function sourceIdentityOf({ identity }: Session): JsonObject {
  const { sourceIdentity } = { ...(identity.sessionContext as JsonObject | undefined) };
  return sourceIdentity === undefined ? {} : { sourceIdentity };
}

/** EC2 takes the role of a machine's instance profile and hands the credentials to the machine. */
export function takeAsInstance(
  scene: Scene,
  taken: { readonly role: string; readonly instanceId: string; readonly timeMs: number },
): Session {
  const { instanceId, timeMs } = taken;
  const accessKeyId = openKey(scene, `instance/${instanceId}/${timeMs}`);
  const role = roleIn(scene, taken.role);
  const { region } = scene.team;
  const wishes = { role, region, sessionName: instanceId, accessKeyId, timeMs, key: accessKeyId };
  const hop = recordHop(scene, recordServiceAssumeRole("ec2.amazonaws.com", wishes));
  return roleSession({
    ...wishes,
    createdMs: timeMs,
    origin: { kind: "node", name: instanceId },
    chain: [hop],
    ip: "10.20.0.4",
    agent: "aws-cli/2.31.18",
    context: { ec2RoleDelivery: "2.0" },
  });
}

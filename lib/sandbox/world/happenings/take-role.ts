import { roleSession } from "../sessions/role-session";
import type { Session } from "../sessions/session";
import { recordAssumeRole, recordServiceAssumeRole } from "../trail/assume-role";
import { openKey, roleIn, type Scene } from "./scene";

/** Role chaining: credentials of one role take another. The person behind them stays the same. */
export function chainRole(
  scene: Scene,
  by: Session,
  taken: { readonly role: string; readonly sessionName: string; readonly timeMs: number },
): Session {
  const accessKeyId = openKey(scene, `chained/${taken.role}/${by.accessKeyId}/${taken.timeMs}`);
  const role = roleIn(scene, taken.role);
  const { region } = by;
  const wishes = { ...taken, role, region, accessKeyId, key: accessKeyId };
  scene.book.events.push(recordAssumeRole(by, wishes));
  const { person, ip, agent, global } = by;
  return roleSession({ ...wishes, createdMs: taken.timeMs, person, ip, agent, global });
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
  scene.book.events.push(recordServiceAssumeRole("ec2.amazonaws.com", wishes));
  return roleSession({
    ...wishes,
    createdMs: timeMs,
    person: instanceId,
    ip: "10.20.0.4",
    agent: "aws-cli/2.31.18",
    context: { ec2RoleDelivery: "2.0" },
  });
}

import { isoSeconds } from "../calendar";
import { type Role, roleArn } from "../organisation/roles";
import type { Hop, Origin } from "../world-day";
import type { JsonObject, Session } from "./session";

interface RoleSessionWishes {
  readonly role: Role;
  readonly sessionName: string;
  readonly accessKeyId: string;
  readonly createdMs: number;
  readonly region: string;
  readonly origin: Origin;
  readonly chain?: readonly Hop[];
  readonly ip: string;
  readonly agent: string;
  readonly global?: boolean;
  /** Added to `userIdentity`, beside sessionContext. */
  readonly identity?: JsonObject;
  /** Added to `sessionContext`. */
  readonly context?: JsonObject;
}

/** Credentials of an assumed role (facts: AWS §5, type AssumedRole). */
export function roleSession(wishes: RoleSessionWishes): Session {
  const { role, sessionName } = wishes;
  return {
    arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`,
    canonicalArn: `arn:aws:iam::${role.accountId}:role/${role.name}`,
    accountId: role.accountId,
    userId: role.id,
    sessionName,
    accessKeyId: wishes.accessKeyId,
    identity: assumedRoleIdentity(wishes),
    origin: wishes.origin,
    chain: wishes.chain ?? [],
    ip: wishes.ip,
    agent: wishes.agent,
    region: wishes.region,
    global: wishes.global ?? false,
  };
}

function assumedRoleIdentity(wishes: RoleSessionWishes): JsonObject {
  const { role, sessionName } = wishes;
  return {
    type: "AssumedRole",
    principalId: `${role.id}:${sessionName}`,
    arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`,
    accountId: role.accountId,
    accessKeyId: wishes.accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: role.id,
        arn: roleArn(role),
        accountId: role.accountId,
        userName: role.name,
      },
      attributes: { creationDate: isoSeconds(wishes.createdMs), mfaAuthenticated: "false" },
      ...wishes.context,
    },
    ...wishes.identity,
  };
}

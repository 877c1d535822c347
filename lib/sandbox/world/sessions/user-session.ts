import { type IamUser, userArn } from "../organisation/users";
import type { Session } from "./session";

/** An IAM user's long-lived key. */
export function userSession(user: IamUser, region: string): Session {
  const arn = userArn(user);
  return {
    arn,
    canonicalArn: arn,
    accountId: user.accountId,
    userId: user.id,
    sessionName: "",
    accessKeyId: user.accessKeyId,
    identity: {
      type: "IAMUser",
      principalId: user.id,
      arn,
      accountId: user.accountId,
      accessKeyId: user.accessKeyId,
      userName: user.name,
    },
    origin: { kind: "iam-user", name: user.name },
    chain: [],
    ip: user.ip,
    agent: user.agent,
    region,
    global: user.global,
  };
}

import { isoSeconds } from "../calendar";
import type { Hop } from "../world-day";
import type { Session } from "./session";

interface Federation {
  readonly name: string;
  readonly accessKeyId: string;
  readonly createdMs: number;
  /** GetFederationToken. */
  readonly hop: Hop;
}

/** Credentials of a federation token (facts: AWS §5, type FederatedUser). */
export function federatedSession(by: Session, { name, accessKeyId, createdMs, hop }: Federation): Session {
  const { accountId, userId, arn: issuerArn, origin } = by;
  const arn = `arn:aws:sts::${accountId}:federated-user/${name}`;
  const sessionIssuer = {
    type: "IAMUser",
    principalId: userId,
    arn: issuerArn,
    accountId,
    userName: origin.name,
  };
  return {
    ...by,
    arn,
    canonicalArn: arn,
    userId: accountId,
    sessionName: name,
    accessKeyId,
    chain: [...by.chain, hop],
    identity: {
      type: "FederatedUser",
      principalId: `${accountId}:${name}`,
      arn,
      accountId,
      accessKeyId,
      sessionContext: {
        sessionIssuer,
        webIdFederationData: {},
        attributes: { creationDate: isoSeconds(createdMs), mfaAuthenticated: "false" },
      },
    },
  };
}

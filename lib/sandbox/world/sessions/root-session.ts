import type { Session } from "./session";

/** The root user of an account, before any key. */
export function rootSession(place: { readonly accountId: string; readonly region: string }): Session {
  const { accountId, region } = place;
  const arn = `arn:aws:iam::${accountId}:root`;
  return {
    arn,
    canonicalArn: arn,
    accountId,
    userId: accountId,
    sessionName: "",
    accessKeyId: "",
    identity: { type: "Root", principalId: accountId, arn, accountId },
    origin: { kind: "root", name: accountId },
    chain: [],
    ip: "203.0.113.190",
    agent: "aws-cli/2.31.18 md/awscrt#0.27.6 ua/2.1 os/linux#6.1.0 exec-env/CloudShell",
    region,
    global: false,
  };
}

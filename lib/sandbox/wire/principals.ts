import { createHash } from "node:crypto";

/** Who calls: the owner of an access key. */
export interface Principal {
  readonly arn: string;
  readonly accountId: string;
  /** As GetCallerIdentity answers it. */
  readonly userId: string;
}

export interface Principals {
  /** null: nobody has this key. */
  byAccessKey(accessKeyId: string): Principal | null;
  /** Credentials of a role, for an hour by the sandbox's clock. */
  issue(role: { accountId: string; name: string; sessionName: string }): Issued;
}

interface Issued {
  readonly principal: Principal;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** The sandbox's only long-lived key. It opens nothing but the sandbox. */
export const SANDBOX_KEY = {
  accessKeyId: "AKIAEXAMPLEGATEBOOK1",
  secretAccessKey: "sandbox/EXAMPLE/secret/of/no/account/at/",
} as const;

const OWNER: Principal = {
  arn: "arn:aws:iam::111122223333:user/gatebook",
  accountId: "111122223333",
  userId: "AIDAEXAMPLEGATEBOOK01",
};

export function createPrincipals(): Principals {
  const known = new Map<string, Principal>([[SANDBOX_KEY.accessKeyId, OWNER]]);
  return {
    byAccessKey: (accessKeyId) => known.get(accessKeyId) ?? null,
    issue: (role) => {
      const issued = issueFor(role, known.size);
      known.set(issued.accessKeyId, issued.principal);
      return issued;
    },
  };
}

function issueFor(role: { accountId: string; name: string; sessionName: string }, count: number): Issued {
  const { accountId, name, sessionName } = role;
  const digest = createHash("sha256").update(`${accountId}/${name}`).digest("hex").toUpperCase();
  return {
    principal: {
      arn: `arn:aws:sts::${accountId}:assumed-role/${name}/${sessionName}`,
      accountId,
      userId: `AROAEXAMPLE${digest.slice(0, 10)}:${sessionName}`,
    },
    accessKeyId: `ASIAEXAMPLEBOX${String(count).padStart(6, "0")}`,
    secretAccessKey: SANDBOX_KEY.secretAccessKey,
    sessionToken: `IQoJb3JpZ2luX2VjEXAMPLE${digest}`,
  };
}

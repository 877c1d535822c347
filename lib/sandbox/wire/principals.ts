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
  byAccessKey(accessKeyId: string): KeyOwner | null;
  /** Credentials of a role, until then by the sandbox's clock. */
  issue(role: RoleTaken): Issued;
}

interface KeyOwner extends Principal {
  readonly secretAccessKey: string;
  /** Epoch milliseconds; null = never. */
  readonly expiresMs: number | null;
}

interface RoleTaken {
  readonly accountId: string;
  readonly name: string;
  readonly sessionName: string;
  readonly expiresMs: number;
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

const OWNER: KeyOwner = {
  arn: "arn:aws:iam::111122223333:user/gatebook",
  accountId: "111122223333",
  userId: "AIDAEXAMPLEGATEBOOK01",
  secretAccessKey: SANDBOX_KEY.secretAccessKey,
  expiresMs: null,
};

export function createPrincipals(): Principals {
  const known = new Map<string, KeyOwner>([[SANDBOX_KEY.accessKeyId, OWNER]]);
  return {
    byAccessKey: (accessKeyId) => known.get(accessKeyId) ?? null,
    issue: (role) => {
      const issued = issueFor(role, known.size);
      const { accessKeyId, secretAccessKey, principal } = issued;
      known.set(accessKeyId, { ...principal, secretAccessKey, expiresMs: role.expiresMs });
      return issued;
    },
  };
}

function issueFor(role: RoleTaken, count: number): Issued {
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

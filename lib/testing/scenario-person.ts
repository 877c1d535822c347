import type { ScenarioRow } from "./scenario-rows";

/** Somebody with credentials, with all that the records say of them. */
export interface ScenarioPerson {
  readonly accountId: string;
  readonly kind: "role" | "user" | "root" | "federated";
  /** Role or user name, as STS prints it (a user's with its path). */
  readonly name: string;
  readonly session: string;
  readonly uniqueId: string;
  readonly accessKeyId: string;
}

/**
 * `who alice role=Admin session=alice@example.com account=111122223333 id=AROA… key=ASIA…`: only `role`, `user`, `root`
 * or `federated` is needed; ids are made from the name.
 */
export function readPerson(row: ScenarioRow): ScenarioPerson {
  const label = (row.words[1] ?? "").toUpperCase();
  const { options } = row;
  const kind = (["role", "user", "root", "federated"] as const).find((one) => options.has(one)) ?? "role";
  const accountId = options.get("account") ?? "111122223333";
  const name = options.get(kind) ?? "";
  const made = {
    role: `AROAEXAMPLE${label}`,
    user: `AIDAEXAMPLE${label}`,
    root: accountId,
    federated: `${accountId}:${name}`,
  };
  return {
    accountId,
    kind,
    name,
    session: options.get("session") ?? "",
    uniqueId: options.get("id") ?? made[kind],
    accessKeyId: options.get("key") ?? `${kind === "user" ? "AKIA" : "ASIA"}EXAMPLE${label}`,
  };
}

/** The ARN that STS answers with. */
export function stsArn({ accountId, kind, name, session }: ScenarioPerson): string {
  if (kind === "role") return `arn:aws:sts::${accountId}:assumed-role/${name}/${session}`;
  if (kind === "user") return `arn:aws:iam::${accountId}:user/${name}`;
  return kind === "root"
    ? `arn:aws:iam::${accountId}:root`
    : `arn:aws:sts::${accountId}:federated-user/${name}`;
}

/** The ARN that a mapping is looked up by. */
export function canonicalArn(person: ScenarioPerson): string {
  return person.kind === "role" ? `arn:aws:iam::${person.accountId}:role/${person.name}` : stsArn(person);
}

export function principalId({ kind, uniqueId, session }: ScenarioPerson): string {
  return kind === "role" ? `${uniqueId}:${session}` : uniqueId;
}

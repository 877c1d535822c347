import { createChance } from "../chance";
import type { Stage } from "./clusters";
import { entry, hidden, listed, type Mapping } from "./mapping";
import type { RoleOwner } from "./roles";

/** An IAM user with a long-lived key. */
export interface IamUser {
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly accessKeyId: string;
  readonly ip: string;
  readonly agent: string;
  readonly global: boolean;
  readonly mappings: Readonly<Partial<Record<Stage, Mapping>>>;
}

const GO_CLIENT = "aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.24.4 md/GOOS#linux md/GOARCH#amd64";

type UserForm = Omit<IamUser, "accountId" | "name" | "mappings"> & {
  readonly mappings: (arn: string) => IamUser["mappings"];
};

/** As the first team has them. */
const USERS: Readonly<Record<string, UserForm>> = {
  // Created prod and dev: its mapping stands in no configuration that anybody can read.
  terraform: {
    path: "/",
    id: "AIDAEXAMPLETERRAFORM1",
    accessKeyId: "AKIAEXAMPLETERRAFRM1",
    ip: "192.0.2.17",
    agent: "APN/1.0 HashiCorp/1.0 Terraform/1.9.8 aws-sdk-go-v2/1.36.3",
    global: false,
    mappings: () => {
      const creator = hidden("kubernetes-admin", ["system:masters"]);
      return { prod: creator, dev: creator };
    },
  },
  "backup-operator": {
    path: "/ops/",
    id: "AIDAEXAMPLEBACKUPOPR1",
    accessKeyId: "AKIAEXAMPLEBACKUPOP1",
    ip: "192.0.2.40",
    agent: GO_CLIENT,
    global: true,
    mappings: () => ({ dev: listed("backup-operator", ["backup"]) }),
  },
  heidi: {
    path: "/",
    id: "AIDAEXAMPLEHEIDI00001",
    accessKeyId: "AKIAEXAMPLEHEIDI0001",
    ip: "203.0.113.140",
    agent: "aws-cli/1.32.6 Python/3.9.18 Linux/5.15.0 botocore/1.34.6",
    global: true,
    mappings: (arn) => ({ prod: entry(arn, ["viewers"]), dev: listed("heidi", ["developers"]) }),
  },
  // Hands out federation tokens.
  "access-broker": {
    path: "/",
    id: "AIDAEXAMPLEACCBROKER1",
    accessKeyId: "AKIAEXAMPLEACCBROKR1",
    ip: "192.0.2.45",
    agent: GO_CLIENT,
    global: false,
    mappings: () => ({}),
  },
  // Was called ivan.old when the access entry was made.
  ivan: {
    path: "/",
    id: "AIDAEXAMPLEIVAN000001",
    accessKeyId: "AKIAEXAMPLEIVAN00001",
    ip: "203.0.113.140",
    agent: "aws-cli/1.32.6 Python/3.9.18 Linux/5.15.0 botocore/1.34.6",
    global: true,
    mappings: () => ({}),
  },
  "mazda-cli": {
    path: "/",
    id: "AIDAEXAMPLEMAZDACLI01",
    accessKeyId: "AKIAEXAMPLEMAZDACLI1",
    ip: "203.0.113.200",
    agent: "aws-cli/2.0.10 Python/3.7.4 Darwin/19.4.0 botocore/2.0.0dev14",
    global: true,
    mappings: () => ({ dev: listed("mazda-cli", ["system:masters"]) }),
  },
};

/** Those of every team. */
export const USER_PARTS: readonly string[] = Object.keys(USERS);

/** The user who plays this part in the team. Throws where nobody does. */
export function userOf(owner: RoleOwner, part: string): IamUser {
  const form = USERS[part];
  if (form === undefined) throw new Error(`no IAM user ${part} in the sandbox`);
  const { accountId, prefix } = owner;
  const own = { ...form, ...idsOf(owner, part, form), accountId, name: prefix + part };
  return { ...own, mappings: form.mappings(userArn(own)) };
}

export function userArn(user: Pick<IamUser, "accountId" | "path" | "name">): string {
  return `arn:aws:iam::${user.accountId}:user${user.path}${user.name}`;
}

function idsOf(owner: RoleOwner, part: string, form: UserForm): { id: string; accessKeyId: string } {
  if (owner.prefix === "") return { id: form.id, accessKeyId: form.accessKeyId };
  const chance = createChance(`${owner.seed}/user/${part}`);
  return { id: `AIDAEXAMPLE${chance.base32(10)}`, accessKeyId: `AKIAEXAMPLE${chance.base32(9)}` };
}

import type { Mapping } from "./people";

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
  readonly mappings: Readonly<Record<string, Mapping>>;
}

const GO_CLIENT = "aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.24.4 md/GOOS#linux md/GOARCH#amd64";
const ADMIN: Mapping = { username: "kubernetes-admin", groups: ["system:masters"], via: "mounted-file" };

const USERS: readonly IamUser[] = [
  {
    // Created prod and devCluster: its mapping stands in no configuration that anybody can read.
    accountId: "111122223333",
    name: "terraform",
    path: "/",
    id: "AIDAEXAMPLETERRAFORM1",
    accessKeyId: "AKIAEXAMPLETERRAFRM1",
    ip: "192.0.2.17",
    agent: "APN/1.0 HashiCorp/1.0 Terraform/1.9.8 aws-sdk-go-v2/1.36.3",
    global: false,
    mappings: { prod: ADMIN, devCluster: ADMIN },
  },
  {
    accountId: "111122223333",
    name: "backup-operator",
    path: "/ops/",
    id: "AIDAEXAMPLEBACKUPOPR1",
    accessKeyId: "AKIAEXAMPLEBACKUPOP1",
    ip: "192.0.2.40",
    agent: GO_CLIENT,
    global: true,
    mappings: { devCluster: { username: "backup-operator", groups: ["backup"], via: "config-map" } },
  },
  {
    accountId: "111122223333",
    name: "heidi",
    path: "/",
    id: "AIDAEXAMPLEHEIDI00001",
    accessKeyId: "AKIAEXAMPLEHEIDI0001",
    ip: "203.0.113.140",
    agent: "aws-cli/1.32.6 Python/3.9.18 Linux/5.15.0 botocore/1.34.6",
    global: true,
    mappings: {
      prod: { username: "arn:aws:iam::111122223333:user/heidi", groups: ["viewers"], via: "access-entry" },
      devCluster: { username: "heidi", groups: ["developers"], via: "config-map" },
    },
  },
  {
    accountId: "111122223333",
    name: "mazda-cli",
    path: "/",
    id: "AIDAEXAMPLEMAZDACLI01",
    accessKeyId: "AKIAEXAMPLEMAZDACLI1",
    ip: "203.0.113.200",
    agent: "aws-cli/2.0.10 Python/3.7.4 Darwin/19.4.0 botocore/2.0.0dev14",
    global: true,
    mappings: { devCluster: { username: "mazda-cli", groups: ["system:masters"], via: "config-map" } },
  },
];

export function userNamed(name: string): IamUser {
  const user = USERS.find((one) => one.name === name);
  if (user === undefined) throw new Error(`no IAM user ${name} in the sandbox`);
  return user;
}

export function userArn(user: IamUser): string {
  return `arn:aws:iam::${user.accountId}:user${user.path}${user.name}`;
}

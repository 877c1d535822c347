import { createChance } from "../chance";
import { EKS_ACCOUNT, neighbourOf } from "./places";

/** A role as IAM knows it: its path and unique id. */
export interface Role {
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  readonly id: string;
}

/** Whose roles they are. */
export interface RoleOwner {
  readonly seed: number;
  readonly prefix: string;
  readonly accountId: string;
}

const SSO_PATH = "/aws-reserved/sso.amazonaws.com/eu-west-1/";
/** Permission sets: the suffix that their roles end in, and the unique id, as the first team has them. */
const PERMISSION_SETS: Readonly<Record<string, readonly [suffix: string, id: string]>> = {
  PlatformAdmin: ["4f1c2b7a9e03d856", "AROAEXAMPLEPLATFORM01"],
  Developer: ["a81d0e5c3b947f26", "AROAEXAMPLEDEVELOPER1"],
  ReadOnly: ["0b6e94d1c7a2f358", "AROAEXAMPLEREADONLY01"],
  // Made anew after the permission set was deleted: other suffix, other unique id.
  Auditor: ["d2905c7be18f4a63", "AROAEXAMPLEAUDITOR002"],
  eksAdmins: ["7c5e18a0f9b3d264", "AROAEXAMPLEEKSADMINS1"],
};
const PLAIN: Readonly<Record<string, readonly [path: string, id: string]>> = {
  "break-glass": ["/", "AROAEXAMPLEBREAKGLAS1"],
  "cluster-admin": ["/", "AROAEXAMPLECLUSTERADM"],
  "github-deploy": ["/ci/", "AROAEXAMPLEGITHUB0001"],
  "argocd-deployer": ["/", "AROAEXAMPLEARGOCD0001"],
  "velero-backup": ["/", "AROAEXAMPLEVELERO0001"],
  "config-operator": ["/", "AROAEXAMPLECONFIGOP01"],
  "workbench-gateway": ["/", "AROAEXAMPLEWORKBENGW1"],
  "workbench-user": ["/", "AROAEXAMPLEWORKBENUS1"],
  toolbox: ["/", "AROAEXAMPLETOOLBOX001"],
  "saml-engineer": ["/", "AROAEXAMPLESAMLENG001"],
  "s3-echoer": ["/", "AROAEXAMPLES3ECHOER01"],
  "team-payments": ["/teams/payments/", "AROAEXAMPLEPAYMENTS01"],
  "bastion-host": ["/", "AROAEXAMPLEBASTION001"],
  "data-science": ["/", "AROAEXAMPLEDATASCI001"],
  "build-agent": ["/", "AROAEXAMPLEBUILDAGT01"],
  "vendor-support": ["/", "AROAEXAMPLEVENDORSUP1"],
  "console-operator": ["/", "AROAEXAMPLECONSOLEOP1"],
  "prod-node": ["/", "AROAEXAMPLEPRODNODE01"],
  "staging-node": ["/", "AROAEXAMPLESTAGNODE01"],
  "devCluster-node": ["/", "AROAEXAMPLEDEVNODE001"],
  "prod-fargate-pod-execution": ["/", "AROAEXAMPLEFARGATE001"],
};
/** AWS's own, the same for every customer. */
const AWS_ROLES: Readonly<Record<string, string>> = {
  "AWSWesleyClusterManagerLambda-NodeManagerRole-1QX7EXAMPLE2A": "AROAEXAMPLENODEMGR001",
  "AWSWesleyClusterManagerLambda-Add-AddonManagerRole-1ZK3EXAMPLE9": "AROAEXAMPLEADDONMGR01",
};

/** A role by its plain name, or by that of its permission set. Throws where nobody has such a role. */
export function roleOf(owner: RoleOwner, key: string): Role {
  const role = ssoRole(owner, key) ?? plainRole(owner, key) ?? sharedRole(owner, key);
  if (role === null) throw new Error(`no role ${key} in the sandbox`);
  return role;
}

/** With its path, as IAM and CloudTrail's sessionIssuer write it. */
export function roleArn(of: Role): string {
  return `arn:aws:iam::${of.accountId}:role${of.path}${of.name}`;
}

function ssoRole(owner: RoleOwner, key: string): Role | null {
  const set = PERMISSION_SETS[key];
  if (set === undefined) return null;
  const path = key === "eksAdmins" ? "/aws-reserved/sso.amazonaws.com/" : SSO_PATH;
  const [suffix, id] = set;
  const hex = owner.prefix === "" ? suffix : createChance(`${owner.seed}/sso/${key}`).hex(16);
  const name = key === "eksAdmins" ? "EKS_Admins" : key;
  return { ...ownRole(owner, key, id), name: `AWSReservedSSO_${owner.prefix}${name}_${hex}`, path };
}

function plainRole(owner: RoleOwner, key: string): Role | null {
  const plain = PLAIN[key];
  return plain === undefined ? null : { ...ownRole(owner, key, plain[1]), path: plain[0] };
}

function ownRole(owner: RoleOwner, key: string, id: string): Role {
  const { accountId, prefix } = owner;
  return { accountId, name: prefix + key, path: "/", id: prefix === "" ? id : roleId(owner.seed, key) };
}

/** Roles that several teams meet: AWS's, the account's service-linked one, and those of the account beside. */
function sharedRole(owner: RoleOwner, key: string): Role | null {
  const aws = AWS_ROLES[key];
  if (aws !== undefined) return { accountId: EKS_ACCOUNT, name: key, path: "/", id: aws };
  const { accountId } = owner;
  if (key === "AWSServiceRoleForAmazonEKS")
    return { accountId, name: key, path: "/aws-service-role/eks.amazonaws.com/", id: roleId(accountId, key) };
  if (key !== "partner-deploy" && key !== "platform-operator") return null;
  const partner = neighbourOf(accountId);
  return { accountId: partner, name: key, path: "/", id: roleId(partner, key) };
}

function roleId(owner: string | number, key: string): string {
  return `AROAEXAMPLE${createChance(`${owner}/role/${key}`).base32(10)}`;
}

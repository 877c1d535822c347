import { ACCOUNT, EKS_ACCOUNT, PARTNER_ACCOUNT } from "./clusters";

/** A role as IAM knows it: its path and unique id. */
export interface Role {
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  readonly id: string;
}

const SSO_PATH = "/aws-reserved/sso.amazonaws.com/eu-west-1/";
const ROLES: readonly Role[] = [
  role("AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856", "AROAEXAMPLEPLATFORM01", SSO_PATH),
  role("AWSReservedSSO_Developer_a81d0e5c3b947f26", "AROAEXAMPLEDEVELOPER1", SSO_PATH),
  role("AWSReservedSSO_ReadOnly_0b6e94d1c7a2f358", "AROAEXAMPLEREADONLY01", SSO_PATH),
  // Made anew after the permission set was deleted: other suffix, other unique id.
  role("AWSReservedSSO_Auditor_d2905c7be18f4a63", "AROAEXAMPLEAUDITOR002", SSO_PATH),
  role(
    "AWSReservedSSO_EKS_Admins_7c5e18a0f9b3d264",
    "AROAEXAMPLEEKSADMINS1",
    "/aws-reserved/sso.amazonaws.com/",
  ),
  role("break-glass", "AROAEXAMPLEBREAKGLAS1", "/"),
  role("github-deploy", "AROAEXAMPLEGITHUB0001", "/ci/"),
  role("argocd-deployer", "AROAEXAMPLEARGOCD0001", "/"),
  role("velero-backup", "AROAEXAMPLEVELERO0001", "/"),
  role("s3-echoer", "AROAEXAMPLES3ECHOER01", "/"),
  role("team-payments", "AROAEXAMPLEPAYMENTS01", "/teams/payments/"),
  role("bastion-host", "AROAEXAMPLEBASTION001", "/"),
  role("data-science", "AROAEXAMPLEDATASCI001", "/"),
  role("prod-node", "AROAEXAMPLEPRODNODE01", "/"),
  role("staging-node", "AROAEXAMPLESTAGNODE01", "/"),
  role("devCluster-node", "AROAEXAMPLEDEVNODE001", "/"),
  role("prod-fargate-pod-execution", "AROAEXAMPLEFARGATE001", "/"),
  role("AWSServiceRoleForAmazonEKS", "AROAEXAMPLESERVICE001", "/aws-service-role/eks.amazonaws.com/"),
  role(
    "AWSWesleyClusterManagerLambda-NodeManagerRole-1QX7EXAMPLE2A",
    "AROAEXAMPLENODEMGR001",
    "/",
    EKS_ACCOUNT,
  ),
  role(
    "AWSWesleyClusterManagerLambda-Add-AddonManagerRole-1ZK3EXAMPLE9",
    "AROAEXAMPLEADDONMGR01",
    "/",
    EKS_ACCOUNT,
  ),
  role("partner-deploy", "AROAEXAMPLEPARTNER001", "/", PARTNER_ACCOUNT),
];

export function roleNamed(name: string): Role {
  const found = ROLES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no role ${name} in the sandbox`);
  return found;
}

/** With its path, as IAM and CloudTrail's sessionIssuer write it. */
export function roleArn(of: Role): string {
  return `arn:aws:iam::${of.accountId}:role${of.path}${of.name}`;
}

function role(name: string, id: string, path: string, accountId = ACCOUNT): Role {
  return { accountId, name, path, id };
}

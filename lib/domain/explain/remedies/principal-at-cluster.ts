import { readPrincipal } from "../../identity/principal";
import { stripPath } from "../../identity/strip-path";

/** Whom, and into which cluster, a remedy is to let in. What is not known is null; text of a log is never taken unchecked. */
export interface PrincipalAtCluster {
  readonly cluster: string | null;
  readonly region: string | null;
  /** Of a role or user. */
  readonly principalArn: string | null;
  /** The ARN has the path that the role may have: STS and the log leave it out, CloudTrail tells it. */
  readonly isPathKnown: boolean;
}

/** Nobody, and nowhere: every value is a word in capitals. */
export const ANYBODY: PrincipalAtCluster = {
  cluster: null,
  region: null,
  principalArn: null,
  isPathKnown: false,
};

/** As commands and configurations can take them: a value that is not of AWS's form becomes a word in capitals. */
export interface RemedyValues {
  readonly cluster: string;
  readonly region: string;
  readonly partition: string;
  readonly principalArn: string;
  /** As aws-auth compares it: a role without its path, a user with it. */
  readonly plainArn: string;
  /** Of role or user. */
  readonly name: string;
  readonly isUser: boolean;
  readonly isPathKnown: boolean;
}

const CLUSTER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const REGION = /^[a-z]{2,}(?:-[a-z0-9]+){2,4}$/;
const PRINCIPAL = /^arn:aws[a-z-]{0,20}:iam::[0-9]{12}:(?:role|user)\/[\w+=,.@/-]{1,576}$/;

/** Whether a text is the ARN of a role or user, in AWS's own form. */
export function isPrincipalArn(text: string): boolean {
  return PRINCIPAL.test(text);
}

/** What of it has AWS's own form (IAM User Guide, "IAM identifiers"); nothing else gets into a command. */
export function toRemedyValues({
  cluster,
  region,
  principalArn,
  isPathKnown,
}: PrincipalAtCluster): RemedyValues {
  const isArn = principalArn !== null && isPrincipalArn(principalArn);
  const principal = isArn ? readPrincipal(principalArn) : null;
  const stripped = stripPath(principal?.canonical ?? "");
  return {
    cluster: cluster !== null && CLUSTER.test(cluster) ? cluster : "CLUSTER",
    region: region !== null && region.length <= 40 && REGION.test(region) ? region : "REGION",
    partition: principal?.partition ?? "aws",
    principalArn: principal === null ? "PRINCIPAL_ARN" : (principalArn ?? ""),
    plainArn: stripped.ok ? stripped.arn : "PRINCIPAL_ARN",
    name: principal?.name ?? "NAME",
    isUser: principal?.type === "USER",
    isPathKnown,
  };
}

import { usProse } from "../calendar";
import { type Role, roleArn } from "../organisation/roles";
import type { JsonObject } from "../sessions/session";
import type { TrailResource } from "../world-day";

interface Issue {
  readonly role: Role;
  readonly sessionName: string;
  readonly accessKeyId: string;
  readonly expiresMs: number;
}

/** `responseElements` of the AssumeRole family, without what the kinds add. The session token is never whole. */
export function issuedCredentials(issue: Issue): JsonObject {
  const { role, sessionName } = issue;
  return {
    credentials: {
      accessKeyId: issue.accessKeyId,
      sessionToken: "IQoJb3JpZ2luX2VjEXAMPLE",
      expiration: usProse(issue.expiresMs),
    },
    assumedRoleUser: {
      assumedRoleId: `${role.id}:${sessionName}`,
      arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`,
    },
  };
}

/** LookupEvents' `Resources` names the issued key, unlike the record (facts: AWS §1.2). */
export function issuedResources(issue: Issue): TrailResource[] {
  const { role, sessionName } = issue;
  const session = `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`;
  return [
    { ResourceType: "AWS::IAM::AccessKey", ResourceName: issue.accessKeyId },
    { ResourceType: "AWS::STS::AssumedRole", ResourceName: session },
    { ResourceType: "AWS::STS::AssumedRole", ResourceName: `${role.id}:${sessionName}` },
    { ResourceType: "AWS::STS::AssumedRole", ResourceName: sessionName },
    { ResourceType: "AWS::IAM::Role", ResourceName: roleArn(role) },
  ];
}

/** The record's own `resources`. */
export function roleResource(role: Role): JsonObject {
  return { accountId: role.accountId, type: "AWS::IAM::Role", ARN: roleArn(role) };
}

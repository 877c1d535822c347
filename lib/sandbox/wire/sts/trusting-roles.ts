/** A role that the sandbox's user may take, as its trust policy says. */
interface TrustingRole {
  readonly arn: string;
  /** What `sts:ExternalId` must be; null = the policy does not ask. */
  readonly externalId: string | null;
}

/** One in each account of the organisation, and one that does not ask for an external id. */
const TRUSTING_ROLES: readonly TrustingRole[] = [
  { arn: "arn:aws:iam::111122223333:role/gatebook", externalId: "gatebook-7f3a9c" },
  { arn: "arn:aws:iam::444455556666:role/gatebook", externalId: "gatebook-7f3a9c" },
  { arn: "arn:aws:iam::777788889999:role/gatebook", externalId: "gatebook-7f3a9c" },
  { arn: "arn:aws:iam::444455556666:role/audit/reader", externalId: null },
];

/** Whether that caller may take that role. AWS tells nobody which of the reasons it was. */
export function trusts(roleArn: string, callerArn: string, externalId: string | undefined): boolean {
  const role = TRUSTING_ROLES.find(({ arn }) => arn === roleArn);
  if (role === undefined || callerArn !== "arn:aws:iam::111122223333:user/gatebook") return false;
  return role.externalId === null || role.externalId === externalId;
}

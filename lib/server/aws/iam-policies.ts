import type { AccountPlan, AwsPlan } from "./aws-plan";
import { partitionOf } from "./aws-regions";
import { clusterStatements } from "./cluster-statements";
import { type Statement, trailStatements } from "./trail-statements";

/** A policy, and whom it is for. */
export interface PolicyFor {
  /** For people: the role, or the identity Gatebook runs as. */
  readonly attachTo: string;
  readonly policy: PolicyDocument;
  /** Who may take the role: its trust policy. null = no role of ours. */
  readonly trustPolicy: PolicyDocument | null;
}

interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

/** Stands for an account that the config does not name. */
export const UNNAMED_ACCOUNT = "ACCOUNT_OF_GATEBOOK";

/**
 * What IAM must allow for exactly these sources: a policy for each identity Gatebook runs as, and for each role it takes
 * with the trust policy that asks for the external id (facts: aws §7).
 */
export function createIamPolicies(plan: AwsPlan): PolicyFor[] {
  const profiles = [...new Set(plan.accounts.map(({ profile }) => profile))];
  return profiles.flatMap((profile) => {
    const accounts = plan.accounts.filter((account) => account.profile === profile);
    const roles = accounts.filter(({ roleArn }) => roleArn !== null);
    const own = accounts.filter(({ roleArn }) => roleArn === null);
    return [ownPolicy(profile, own, roles), ...roles.map((role) => rolePolicy(role, own[0]?.id ?? null))];
  });
}

function ownPolicy(
  profile: string | null,
  own: readonly AccountPlan[],
  roles: readonly AccountPlan[],
): PolicyFor {
  const take = {
    Sid: "TakeRoles",
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Resource: roles.map(({ roleArn }) => roleArn),
  };
  const statements = [...own.flatMap(readStatements), ...(roles.length === 0 ? [] : [take])];
  return {
    attachTo: holderOf(profile, own[0]?.id ?? null),
    policy: document(statements),
    trustPolicy: null,
  };
}

/** Whom an account's policy is for, in words. */
export function policyHolderOf({ id, roleArn, profile }: AccountPlan): string {
  return roleArn === null ? holderOf(profile, id) : `role ${roleArn}`;
}

function holderOf(profile: string | null, id: string | null): string {
  const who = profile === null ? "the identity Gatebook runs as" : `the identity of profile ${profile}`;
  return id === null ? who : `${who}, in ${id}`;
}

/**
 * What to add to an account's policy so that it allows one action. `on` stands in the resource's ARN, where several
 * statements name the action; `refused` is the resource as AWS named it, for an action that none names, such as a key's.
 */
export function statementFor(
  account: AccountPlan,
  action: string,
  { on, refused }: { readonly on: string; readonly refused: string | null },
): Statement {
  const named = readStatements(account).filter(({ Action }) => [Action].flat().includes(action));
  const found = named.find(({ Resource }) => [Resource].flat().some((arn) => String(arn).includes(on)));
  return { ...(found ?? named[0] ?? { Effect: "Allow", Resource: refused ?? "*" }), Action: action };
}

function rolePolicy(account: AccountPlan, home: string | null): PolicyFor {
  const { externalId } = account;
  const partition = partitionOf(account.regions[0]?.region ?? null);
  const trust = {
    Sid: "Gatebook",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${home ?? UNNAMED_ACCOUNT}:root` },
    Action: "sts:AssumeRole",
    ...(externalId === null ? {} : { Condition: { StringEquals: { "sts:ExternalId": externalId } } }),
  };
  return {
    attachTo: policyHolderOf(account),
    policy: document(readStatements(account)),
    trustPolicy: document([trust]),
  };
}

function readStatements(account: AccountPlan): Statement[] {
  return [...clusterStatements(account), ...trailStatements(account), peopleStatement(account)];
}

/** Who people are, where only Identity Center tells; the identity store may be of the organisation's another account. */
function peopleStatement({ regions }: AccountPlan): Statement {
  const partition = partitionOf(regions[0]?.region ?? null);
  return {
    Sid: "NamesOfPeople",
    Effect: "Allow",
    Action: "identitystore:DescribeUser",
    Resource: [
      `arn:${partition}:identitystore::*:identitystore/*`,
      `arn:${partition}:identitystore:::user/*`,
    ],
  };
}

function document(statements: readonly Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Clock } from "@/lib/ports/clock";
import { SourceError } from "@/lib/ports/event-source";
import { takeRole } from "../connection/take-role";
import { type AwsClients, createAwsClients } from "../aws-clients";
import { createRenewable, loadCredentials } from "../aws-credentials";
import type { AccountPlan } from "../aws-plan";
import { type Finding, unwell, well } from "../../doctor/finding";
import { tryAction } from "./try-action";
import { UNLIMITED } from "./unlimited-budget";
import { watchDate } from "./watch-date";

export interface AccountContext {
  readonly clock: Clock;
  /** Whom the account's policy is for. */
  readonly attachTo: string;
  /** Our clock less AWS's, in milliseconds; told with each answer of STS. */
  readonly onSkew: (skewMs: number) => void;
}

export interface Connection {
  readonly clients: AwsClients | null;
  /** The last is of the credentials; its subject is the account when they are good. */
  readonly findings: readonly Finding[];
}

/** Takes the role, where there is one, and asks who we are then. */
export async function connectPatient(plan: AccountPlan, context: AccountContext): Promise<Connection> {
  const base = createRenewable(() => loadCredentials(plan.profile), context.clock);
  const region = plan.regions[0]?.region ?? "";
  const own = createAwsClients(base);
  watchDate(own.sts(region), context.clock.now, context.onSkew);
  if (plan.roleArn === null) return identify(plan, own, region);
  const { roleArn, externalId } = plan;
  try {
    const signal = new AbortController().signal;
    const client = own.sts(region);
    const role = { client, region, roleArn, externalId, budget: UNLIMITED, signal };
    const credentials = await takeRole(role);
    const clients = createAwsClients({ get: async () => credentials, forget: () => undefined });
    const { findings, clients: identified } = await identify(plan, clients, region);
    return { clients: identified, findings: [well("role", roleArn, "can be taken"), ...findings] };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { message, remedy, command = "" } = error.problem;
    const words = { message, remedy: `${remedy} ${command}`.trim() };
    return { clients: null, findings: [unwell("role", roleArn, words, { permission: "sts:AssumeRole" })] };
  }
}

async function identify(plan: AccountPlan, clients: AwsClients, region: string): Promise<Connection> {
  const subject = plan.id ?? plan.profile ?? "default credentials";
  const { value, finding } = await tryAction(
    { plan, attachTo: "" },
    {
      action: "sts:GetCallerIdentity",
      region,
      subject,
      what: `AWS in ${region}`,
      send: () => clients.sts(region).send(new GetCallerIdentityCommand({})),
    },
  );
  const { Account: account = "", Arn: arn = "" } = value ?? {};
  if (value === null) return { clients: null, findings: [{ ...finding, check: "credentials" }] };
  if (plan.id === null || plan.id === account)
    return { clients, findings: [well("credentials", account, `they are of ${arn}`)] };
  const remedy =
    "Correct the id in the config, or add role: with a role of that account, or profile: with its own.";
  const message = `they are of ${arn}, not of account ${plan.id}`;
  return { clients: null, findings: [unwell("credentials", subject, { message, remedy })] };
}

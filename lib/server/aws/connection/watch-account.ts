import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { SourceError } from "@/lib/ports/event-source";
import { toSourceError } from "@/lib/sources/aws/to-source-problem";
import { createAwsClients } from "../aws-clients";
import { createRenewable, loadCredentials, type RenewableCredentials } from "../aws-credentials";
import type { AccountPlan, TrailPlan } from "../aws-plan";
import { trailRegionsOf } from "../aws-regions";
import { type ConnectedAccount, type ConnectionContext, noteOf } from "./connection-context";
import { createTrailSources } from "./create-sources";
import { repeat } from "./repeat";
import { takeRole } from "./take-role";
import { watchRegion } from "./watch-region";
import { watchTrail } from "./watch-trail";

/**
 * Connects an account, again and again until it answers, then its Regions. Resolves when the account has refused once, or
 * all of its Regions were tried once.
 */
export function watchAccount(plan: AccountPlan, context: ConnectionContext): Promise<void> {
  const regions = plan.regions.map(({ region }) => region ?? "");
  const place = { accountId: plan.id, region: regions.join(", ") };
  const title = plan.id ?? (plan.profile === null ? "default credentials" : `profile ${plan.profile}`);
  const id = plan.roleArn ?? title;
  const base = createRenewable(() => loadCredentials(plan.profile), context.clock);
  return repeat({
    ...context,
    everyMs: null,
    async look() {
      const account = await connect(plan, { base, regions }, context);
      context.notes.clear(`connection/${id}`);
      context.histories.add(account, trailRegionsOf(regions));
      context.directories.add(account);
      await Promise.all([
        ...plan.regions.map((region) => watchRegion(account, region, context)),
        watchEvents(account, { trails: plan.trails, regions: trailRegionsOf(regions) }, context),
      ]);
    },
    onProblem: (problem) => context.notes.set(noteOf(id, `${title} · account`, place, problem)),
  });
}

/** The trails first: where one holds the events, the event history is asked for the last hours only. */
async function watchEvents(
  account: ConnectedAccount,
  { trails, regions }: { readonly trails: readonly TrailPlan[]; readonly regions: readonly string[] },
  context: ConnectionContext,
): Promise<void> {
  await Promise.all(trails.map((trail) => watchTrail(account, { trail, regions }, context)));
  for (const region of regions)
    for (const source of createTrailSources(account, region, context)) context.onSource(source);
}

interface Reach {
  readonly base: RenewableCredentials;
  readonly regions: readonly string[];
}

async function connect(
  plan: AccountPlan,
  reach: Reach,
  context: ConnectionContext,
): Promise<ConnectedAccount> {
  const { roleArn } = plan;
  if (roleArn === null) return identify(plan, reach, context);
  const clients = createAwsClients(reach.base);
  // Whose quota the base credentials use is their own account's affair: its name is not known here.
  const payer = `caller of ${plan.profile ?? "the default credentials"}`;
  const load = () =>
    firstToAnswer(reach.regions, (region) => {
      const budget = context.budgets.at({ accountId: payer, region, api: "sts" });
      const { externalId } = plan;
      return takeRole({
        client: clients.sts(region),
        region,
        roleArn,
        externalId,
        budget,
        signal: context.signal,
      });
    });
  const credentials = createRenewable(load, context.clock);
  await credentials.get();
  return { accountId: plan.id ?? roleArn.split(":")[4] ?? "", clients: createAwsClients(credentials) };
}

/** Whose credentials they are. Throws SourceError, also when the config says otherwise. */
async function identify({ id }: AccountPlan, { base, regions }: Reach, context: ConnectionContext) {
  const clients = createAwsClients(base);
  const { signal } = context;
  const accountId = await firstToAnswer(regions, async (region) => {
    const budget = context.budgets.at({ accountId: id ?? "", region, api: "sts" });
    const ask = () => clients.sts(region).send(new GetCallerIdentityCommand({}), { abortSignal: signal });
    try {
      return (await budget.send(ask, { signal, urgency: "interactive" })).Account ?? "";
    } catch (error) {
      signal.throwIfAborted();
      throw toSourceError(error, { what: `AWS in ${region}`, region, action: "sts:GetCallerIdentity" });
    }
  });
  if (id === null || id === accountId) return { accountId, clients };
  throw new SourceError({
    code: "no-credentials",
    message: `The credentials for account ${id} are those of account ${accountId}.`,
    remedy:
      "Correct the id in the config, or add role: with a role of that account, or profile: with its own.",
    permission: null,
  });
}

/** What one Region refuses may be good in the next one. */
async function firstToAnswer<T>(regions: readonly string[], ask: (region: string) => Promise<T>): Promise<T> {
  for (const [i, region] of regions.entries()) {
    try {
      return await ask(region);
    } catch (error) {
      const isLast = i === regions.length - 1;
      if (isLast || !(error instanceof SourceError) || !isOfRegion(error.problem)) throw error;
    }
  }
  throw new Error("an account without Regions");
}

/** Where AWS may not be asked in its main Region, one that is not enabled looks like unknown credentials. */
function isOfRegion({ code }: SourceProblem): boolean {
  return code === "region-disabled" || code === "no-credentials";
}

import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { SourceError } from "@/lib/ports/event-source";
import { createLoggingHistory, type LoggingHistory } from "@/lib/sources/cloudtrail/logging-history";
import { describeCluster, type EksAccess, listClusters } from "@/lib/sources/eks/list-clusters";
import type { PlannedCluster, RegionPlan } from "../aws-plan";
import { type ConnectedAccount, type ConnectionContext, noteOf } from "./connection-context";
import { createChangesSource, createClusterSources } from "./create-sources";
import { readPastAudit } from "./read-past-audit";
import { repeat } from "./repeat";
import { watchConfiguration } from "./watch-configuration";

const LOOK_EVERY_MS = 10 * 60_000;

/** One Region of an account that answers. */
interface WatchedRegion {
  readonly account: ConnectedAccount;
  readonly region: string;
  readonly eks: EksAccess;
  /** Clusters that were read before, or found since. */
  readonly known: Set<string>;
  readonly history: LoggingHistory;
  /** Clusters whose past was looked into. */
  readonly lookedBack: Set<string>;
}

/** Finds a Region's clusters, now and every ten minutes. Resolves after the first look. */
export function watchRegion(
  account: ConnectedAccount,
  plan: RegionPlan,
  context: ConnectionContext,
): Promise<void> {
  const region = plan.region ?? "";
  const { accountId, clients } = account;
  const budget = context.budgets.at({ accountId, region, api: "eks" });
  const eks = { client: clients.eks(region), region, budget };
  const lookups = context.budgets.at({ accountId, region, api: "cloudtrail:LookupEvents" });
  const watched = {
    ...{ account, region, eks, known: new Set(context.readBefore(accountId, region)) },
    history: createLoggingHistory({ ...context, client: clients.trail(region), budget: lookups, region }),
    lookedBack: new Set<string>(),
  };
  const { clusters } = plan;
  const label = `${accountId} ${region} · clusters`;
  const id = `${accountId}/${region}`;
  return repeat({
    ...context,
    everyMs: LOOK_EVERY_MS,
    async look() {
      await (clusters === "all" ? lookForAll(watched, context) : lookForNamed(watched, clusters, context));
      context.notes.clear(`connection/${id}`);
    },
    onProblem: (problem) => context.notes.set(noteOf(id, label, { accountId, region }, problem)),
  });
}

async function lookForAll(watched: WatchedRegion, context: ConnectionContext): Promise<void> {
  const { known, eks } = watched;
  // Also when the list is refused: what is known can be read all the same.
  for (const name of known) addCluster(watched, unnamed(name), context);
  const there = new Set(await listClusters(eks, context.signal));
  for (const name of there) if (!known.has(name)) addCluster(watched, unnamed(name), context);
  for (const name of there) known.add(name);
  for (const name of known) if (!there.has(name)) noteGone(watched, unnamed(name), context);
}

function unnamed(name: string): PlannedCluster {
  return { name, shownAs: null };
}

/** A name that EKS does not know is said so with the names it knows; whatever else is wrong, its log may be readable. */
async function lookForNamed(
  watched: WatchedRegion,
  clusters: readonly PlannedCluster[],
  context: ConnectionContext,
): Promise<void> {
  const looks = clusters.map(async ({ name, shownAs }) => {
    const cluster = { name, shownAs: shownAs ?? name };
    const problem = await findAbsence(watched, name, context.signal);
    if (problem !== null && !watched.known.has(name)) {
      context.notes.set({ ...clusterNote(watched, cluster, context), state: "failed", problem });
      return;
    }
    watched.known.add(name);
    addCluster(watched, cluster, context);
    if (problem !== null) noteGone(watched, cluster, context);
  });
  await Promise.all(looks);
}

async function findAbsence(
  { eks }: WatchedRegion,
  name: string,
  signal: AbortSignal,
): Promise<SourceProblem | null> {
  try {
    await describeCluster(eks, name, signal);
    return null;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.problem.code !== "not-found") return null;
    const there = await listClusters(eks, signal).catch(() => []);
    const remedy =
      there.length === 0
        ? `There is no EKS cluster in ${eks.region}, or eks:ListClusters is not allowed. Name another Region.`
        : `Clusters in ${eks.region}: ${there.join(", ")}. Name one of them, or another Region.`;
    return { code: "not-found", message: error.problem.message, remedy, permission: null };
  }
}

function addCluster(watched: WatchedRegion, cluster: PlannedCluster, context: ConnectionContext): void {
  const { account, region, history, lookedBack, eks } = watched;
  const { id, cluster: shownAs } = clusterNote(watched, cluster, context);
  const place = { region, cluster: cluster.name, shownAs, history };
  for (const source of createClusterSources(account, place, context)) context.onSource(source);
  context.notes.clear(id);
  if (lookedBack.has(cluster.name)) return;
  if (lookedBack.size === 0) context.onSource(createChangesSource(account, region, context));
  lookedBack.add(cluster.name);
  watchConfiguration({ ...place, account, eks }, context);
  readPastAudit(account, place, { ...context, eks });
}

function noteGone(watched: WatchedRegion, cluster: PlannedCluster, context: ConnectionContext): void {
  const { account, region } = watched;
  context.notes.set({
    ...clusterNote(watched, cluster, context),
    state: "gone",
    problem: {
      code: "not-found",
      message: `There is no cluster ${cluster.name} any more in ${region} of account ${account.accountId}.`,
      remedy: "Nothing: what was read is kept, and its log is read as long as it is there.",
      permission: null,
    },
  });
}

function clusterNote(
  { account, region }: WatchedRegion,
  cluster: PlannedCluster,
  { names }: ConnectionContext,
) {
  const { accountId } = account;
  const id = `authenticator-log/${accountId}/${region}/${cluster.name}`;
  const shown = names.nameOf({ ...cluster, id, accountId, region });
  const label = `${shown} · authenticator log`;
  return { id, kind: "authenticator-log", label, cluster: shown, accountId, region } as const;
}

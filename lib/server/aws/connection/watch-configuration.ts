import type { ReadPart } from "@/lib/domain/summarize/configuration/configuration-reading";
import type { SeenPart } from "@/lib/ports/configuration-store";
import { SourceError } from "@/lib/ports/event-source";
import { describeCluster, type EksAccess, type EksCluster } from "@/lib/sources/eks/list-clusters";
import { readAccessEntriesOf } from "@/lib/sources/eks/read-access-entries";
import type { KubernetesAccess } from "@/lib/sources/kubernetes/ask-kubernetes";
import { readAwsAuthObject } from "@/lib/sources/kubernetes/read-aws-auth";
import { readRbacObjects } from "@/lib/sources/kubernetes/read-rbac-objects";
import { signClusterToken } from "@/lib/sources/kubernetes/sign-cluster-token";
import type { ConnectedAccount, ConnectionContext } from "./connection-context";
import { repeat } from "./repeat";

const LOOK_EVERY_MS = 5 * 60_000;
/** Two requests for each entry. */
const ENTRIES_EVERY_MS = 15 * 60_000;

export interface WatchedCluster {
  readonly account: ConnectedAccount;
  readonly eks: EksAccess;
  readonly region: string;
  /** Its name in EKS. */
  readonly cluster: string;
  /** Its name on the screens. */
  readonly shownAs: string;
}

/** Reads a cluster's configuration, now and every few minutes. A part that is refused holds up none of the others. */
export function watchConfiguration(watched: WatchedCluster, context: ConnectionContext): void {
  const { shownAs } = watched;
  if (context.onConfiguration === null) return;
  let entriesDueMs = 0;
  const look = async () => {
    const described = await read("mode", watched, context, async (signal) => {
      const found = await describeCluster(watched.eks, watched.cluster, signal);
      return { found, seen: { part: "mode", value: found.authenticationMode } };
    });
    if (described === null) return;
    const mode = described.authenticationMode;
    if (mode !== "CONFIG_MAP" && context.clock.now() >= entriesDueMs) {
      await readEntries(watched, context);
      entriesDueMs = context.clock.now() + ENTRIES_EVERY_MS;
    }
    await readCluster(watched, described, context);
  };
  void repeat({
    ...context,
    everyMs: LOOK_EVERY_MS,
    look,
    onProblem: (problem) => context.configurations.set(shownAs, { part: "mode", readMs: null, problem }),
  });
}

async function readEntries(watched: WatchedCluster, context: ConnectionContext): Promise<void> {
  await read("accessEntries", watched, context, async (signal) => {
    const entries = await readAccessEntriesOf(watched.eks, watched.cluster, signal);
    return { found: entries, seen: { part: "access-entries", value: JSON.stringify(entries) } };
  });
}

/** What the cluster itself tells; aws-auth of a cluster that does not read it says nothing. */
async function readCluster(
  watched: WatchedCluster,
  { apiServer, authenticationMode }: EksCluster,
  context: ConnectionContext,
): Promise<void> {
  if (apiServer === null) return;
  const access = accessTo(watched, apiServer, context);
  if (authenticationMode !== "API")
    await read("awsAuth", watched, context, async (signal) => {
      const text = await readAwsAuthObject(access, signal);
      return { found: text, seen: { part: "aws-auth", value: text } };
    });
  await read("rbac", watched, context, async (signal) => {
    const text = await readRbacObjects(access, signal);
    return { found: text, seen: { part: "rbac", value: text } };
  });
}

function accessTo(
  { account, region, cluster }: WatchedCluster,
  apiServer: NonNullable<EksCluster["apiServer"]>,
  { clock }: ConnectionContext,
): KubernetesAccess {
  const token = async () =>
    signClusterToken(await account.clients.credentials(), { cluster, region, nowMs: clock.now() });
  return { ...apiServer, cluster, region, token };
}

type Reading<T> = (signal: AbortSignal) => Promise<{ readonly found: T; readonly seen: SeenPart }>;

/** null = it could not be read, which is noted. */
async function read<T>(
  part: ReadPart,
  { account, region, cluster, shownAs }: WatchedCluster,
  { signal, clock, configurations, onConfiguration }: ConnectionContext,
  reading: Reading<T>,
): Promise<T | null> {
  try {
    const { found, seen } = await reading(signal);
    const readMs = clock.now();
    await onConfiguration?.({ accountId: account.accountId, region, name: cluster }, [seen], readMs);
    configurations.set(shownAs, { part, readMs, problem: null });
    return found;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const before = configurations.of(shownAs).find((one) => one.part === part);
    configurations.set(shownAs, { part, readMs: before?.readMs ?? null, problem: error.problem });
    return null;
  }
}

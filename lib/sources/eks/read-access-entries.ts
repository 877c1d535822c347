import {
  DescribeAccessEntryCommand,
  ListAccessEntriesCommand,
  type ListAccessEntriesCommandOutput,
  ListAssociatedAccessPoliciesCommand,
  type ListAssociatedAccessPoliciesCommandOutput,
} from "@aws-sdk/client-eks";
import type { AssociatedPolicy, EntryWithPolicies } from "@/lib/domain/parse/access-entries/access-entry";
import { SourceError } from "@/lib/ports/event-source";
import { toSourceError } from "../aws/to-source-problem";
import type { EksAccess } from "./list-clusters";

/** Entries that are described side by side. */
const AT_ONCE = 4;

/**
 * All access entries of a cluster with their policies, in the order of their ARNs: ListAccessEntries, and for each entry
 * DescribeAccessEntry and ListAssociatedAccessPolicies. Throws SourceError.
 */
export async function readAccessEntriesOf(
  access: EksAccess,
  cluster: string,
  signal: AbortSignal,
): Promise<EntryWithPolicies[]> {
  const arns = (await listEntries(access, cluster, signal)).sort();
  const entries: EntryWithPolicies[] = [];
  for (let from = 0; from < arns.length; from += AT_ONCE) {
    const some = arns.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((arn) => readEntry(access, { cluster, arn }, signal)));
    entries.push(...read.filter((entry) => entry !== null));
  }
  return entries;
}

async function listEntries(access: EksAccess, clusterName: string, signal: AbortSignal): Promise<string[]> {
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page: ListAccessEntriesCommandOutput = await send(
      access,
      (from) =>
        access.client.send(new ListAccessEntriesCommand({ clusterName, ...from }), { abortSignal: signal }),
      { action: "eks:ListAccessEntries", cluster: clusterName, nextToken, signal },
    );
    arns.push(...(page.accessEntries ?? []));
    nextToken = page.nextToken ?? undefined;
  } while (nextToken !== undefined);
  return arns;
}

interface EntryOf {
  readonly cluster: string;
  readonly arn: string;
}

/** null: it was deleted since it was listed. */
async function readEntry(
  access: EksAccess,
  { cluster, arn }: EntryOf,
  signal: AbortSignal,
): Promise<EntryWithPolicies | null> {
  const of = { clusterName: cluster, principalArn: arn };
  try {
    const { accessEntry } = await send(
      access,
      () => access.client.send(new DescribeAccessEntryCommand(of), { abortSignal: signal }),
      { action: "eks:DescribeAccessEntry", cluster, nextToken: undefined, signal },
    );
    return {
      principalArn: arn,
      type: accessEntry?.type ?? "STANDARD",
      username: accessEntry?.username || null,
      groups: accessEntry?.kubernetesGroups ?? [],
      policies: await readPolicies(access, of, signal),
    };
  } catch (error) {
    if (error instanceof SourceError && error.problem.code === "not-found") return null;
    throw error;
  }
}

async function readPolicies(
  access: EksAccess,
  of: { readonly clusterName: string; readonly principalArn: string },
  signal: AbortSignal,
): Promise<AssociatedPolicy[]> {
  const policies: AssociatedPolicy[] = [];
  let nextToken: string | undefined;
  do {
    const page: ListAssociatedAccessPoliciesCommandOutput = await send(
      access,
      (from) =>
        access.client.send(new ListAssociatedAccessPoliciesCommand({ ...of, ...from }), {
          abortSignal: signal,
        }),
      { action: "eks:ListAssociatedAccessPolicies", cluster: of.clusterName, nextToken, signal },
    );
    for (const { policyArn = "", accessScope } of page.associatedAccessPolicies ?? [])
      policies.push({
        policyArn,
        scope: { type: accessScope?.type ?? "", namespaces: accessScope?.namespaces ?? [] },
      });
    nextToken = page.nextToken ?? undefined;
  } while (nextToken !== undefined);
  return policies.sort((a, b) => (a.policyArn < b.policyArn ? -1 : 1));
}

interface Asked {
  readonly action: string;
  readonly cluster: string;
  readonly nextToken: string | undefined;
  readonly signal: AbortSignal;
}

async function send<T>(
  { budget, region }: EksAccess,
  ask: (from: { readonly nextToken?: string }) => Promise<T>,
  { action, cluster, nextToken, signal }: Asked,
): Promise<T> {
  const from = nextToken === undefined ? {} : { nextToken };
  try {
    return await budget.send(() => ask(from), { signal, urgency: "background" });
  } catch (error) {
    signal.throwIfAborted();
    const what = `the access entries of ${cluster} in ${region}`;
    throw toSourceError(error, { what, region, action });
  }
}

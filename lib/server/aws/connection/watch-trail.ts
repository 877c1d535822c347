import { HOUR_MS } from "@/lib/domain/time/durations";
import type { EventSource } from "@/lib/ports/event-source";
import { findTrailFolders } from "@/lib/sources/cloudtrail/s3/find-trail-folders";
import { createS3TrailSource } from "@/lib/sources/cloudtrail/s3/s3-trail-source";
import { parseTrailUri } from "@/lib/sources/cloudtrail/s3/trail-uri";
import { findTraced } from "@/lib/sources/cloudwatch-logs/find-traced";
import { createTrailLogSource } from "@/lib/sources/cloudwatch-logs/trail-log-source";
import type { TrailPlan } from "../aws-plan";
import { type ConnectedAccount, type ConnectionContext, noteOf } from "./connection-context";
import { repeat } from "./repeat";

/** An organisation's trail gets accounts now and then. */
const LOOK_EVERY_MS = HOUR_MS;

/**
 * Finds what a trail holds of these Regions, now and every hour. A trail that cannot be looked into is noted and holds up
 * nothing else. Resolves after the first look.
 */
export function watchTrail(
  account: ConnectedAccount,
  { trail, regions }: { readonly trail: TrailPlan; readonly regions: readonly string[] },
  context: ConnectionContext,
): Promise<void> {
  const id = `trail/${trail.from}`;
  const place = { accountId: account.accountId, region: trail.region };
  return repeat({
    ...context,
    everyMs: LOOK_EVERY_MS,
    async look() {
      for await (const source of findTrailSources(account, { trail, regions }, context)) {
        const { accountId, region } = source.descriptor;
        context.onSource(context.trailReach.watch(source, { accountId: accountId ?? "", region }));
      }
      context.notes.clear(`connection/${id}`);
    },
    onProblem: (problem) => context.notes.set(noteOf(id, `${trail.from} · trail`, place, problem)),
  });
}

/** One after the other as they are found: what is known at once does not wait for the rest. */
async function* findTrailSources(
  { accountId, clients }: ConnectedAccount,
  { trail, regions }: { readonly trail: TrailPlan; readonly regions: readonly string[] },
  { budgets, clock, signal, accounts }: ConnectionContext,
): AsyncGenerator<EventSource> {
  const { region, from } = trail;
  const uri = parseTrailUri(from);
  if (uri === null) {
    const budgetOf = (api: Parameters<typeof budgets.at>[0]["api"]) => budgets.at({ accountId, region, api });
    const group = { client: clients.logs(region), clock, budgetOf, group: from, region };
    for (const traced of regions)
      yield createTrailLogSource({ ...group, place: { accountId, region: traced } });
    const others = accounts
      .filter((other) => other.accountId !== accountId)
      .flatMap((other) => other.regions.map((traced) => ({ accountId: other.accountId, region: traced })));
    for await (const place of findTraced(group, others, signal))
      yield createTrailLogSource({ ...group, place });
    return;
  }
  const budget = budgets.at({ accountId, region, api: "s3" });
  const bucket = { client: clients.s3(region), budget, bucket: uri.bucket, region };
  const folders = await findTrailFolders(bucket, { prefix: uri.prefix, regions }, signal);
  for (const folder of folders) yield createS3TrailSource(bucket, folder);
}

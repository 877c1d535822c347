import { configurationAt } from "@/lib/domain/explain/configuration/configuration-at";
import type { MeantEntry } from "@/lib/domain/summarize/configuration/attempt-mapping";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { touchedBy } from "@/lib/domain/correlate/correlation-reach";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";
import { regionOfStsHost } from "@/lib/domain/correlate/sts-region";
import type { AttemptDetail, HopRecord } from "@/lib/domain/summarize/attempts/attempt-detail";
import { problemInOneLine, type StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { formatDate } from "@/lib/domain/time/format-time";
import { spanOf } from "@/lib/domain/time/span-of";
import type { Viewer } from "@/lib/ports/viewer";
import { addSharedUsernames } from "../chains/add-shared-usernames";
import type { InvestigationContext } from "../investigation-context";
import { lookupsOf } from "../chains/lookups-of";
import { mapAttempt } from "./map-attempt";
import { type ReadConfiguration, readConfiguration } from "../configuration/read-configuration";
import { traceAttempts } from "../chains/trace-attempts";
import { type DenialEvidence, type DenialReason, whyDenied } from "./why-denied";

/** The record may be of the whole second that a hop's instant falls into. */
const HOP_NEAR_MS = 2_000;

/** Everything known of one attempt, and what was looked for and not found; null = there is no such attempt. */
export async function explainAttempt(
  _viewer: Viewer,
  { id }: { readonly id: string },
  context: InvestigationContext,
): Promise<AttemptDetail | null> {
  const { store } = context;
  const attempt = await store.find(id);
  if (attempt === null) return null;
  const lineIds = attempt.evidence
    .filter(({ source }) => source !== "cloudtrail")
    .map(({ recordId }) => recordId);
  const { eventId = null, alternatives = [] } = attempt.sts ?? {};
  const eventIds = eventId === null ? alternatives : [eventId, ...alternatives];
  const near = touchedBy({ from: attempt.timeMs, to: attempt.timeMs });
  const sources = await store.coverage();
  const [lines, events, chained, read, keptFrom] = await Promise.all([
    store.readLines(lineIds, near),
    store.readEvents(eventIds, near),
    readChain(attempt, sources, context),
    readConfiguration(attempt.cluster, sources, context),
    store.recordsKeptFrom(),
  ]);
  const isGone = lines.length < lineIds.length && keptFrom !== null && attempt.timeMs < keptFrom;
  const { origin, end } = chained.chain;
  return {
    attempt: { ...attempt, origin: { ...origin, end } },
    lines,
    ...chained,
    ...explainDecision(attempt, { events, sources }, read),
    events: events.map((event) => ({ ...event, chosen: event.eventId === eventId })),
    notSeen: [
      ...(isGone ? [recordsGone(keptFrom)] : []),
      ...(isRebuilt(attempt)
        ? [CHECK_NOT_SEEN]
        : [...missingCaller(attempt), ...missingEvent(attempt, sources)]),
    ],
  };
}

/** Which mapping decided; where none let the caller in, why. */
function explainDecision(
  attempt: Attempt,
  evidence: Pick<DenialEvidence, "events" | "sources">,
  read: ReadConfiguration,
): Pick<AttemptDetail, "mapping" | "reason" | "otherReasons"> {
  const at = configurationAt(read.history, attempt.timeMs, read.watched);
  const [first, ...rest] = whyDenied(attempt, { ...evidence, at });
  const mapping = mapAttempt(attempt, at, read);
  const meant = [...(first === undefined ? [] : [first]), ...rest].flatMap(toMeant);
  return {
    mapping: mapping === null ? null : { ...mapping, meant },
    reason: first?.explained ?? null,
    otherReasons: rest.map(({ explained }) => explained),
  };
}

function toMeant({ explained: { code, title }, about }: DenialReason): MeantEntry[] {
  if (about === null) return [];
  const { backEnd, entry, place } = about;
  return [{ code, title, backEnd, entry, place }];
}

async function readChain(
  attempt: Attempt,
  sources: readonly StoredCoverage[],
  context: InvestigationContext,
): Promise<Pick<AttemptDetail, "chain" | "hopRecords">> {
  const traced = await traceAttempts([attempt], sources, context);
  const [chain] = await addSharedUsernames([attempt], traced, context.store);
  if (chain === undefined) throw new Error("an attempt has a chain");
  const ids = chain.hops.flatMap(({ eventId, alternatives }) =>
    eventId === null ? alternatives : [eventId],
  );
  const { from, to } = spanOf(chain.hops.map(({ timeMs }) => timeMs));
  const near = { from: from - HOP_NEAR_MS, to: to + HOP_NEAR_MS };
  const records = ids.length === 0 ? [] : await context.store.readEvents(ids, near);
  return {
    chain: { ...chain, lookups: lookupsOf(attempt.id, context) },
    hopRecords: records.map(toHopRecord),
  };
}

function toHopRecord({ recordId, eventId, json, note }: HopRecord): HopRecord {
  return { recordId, eventId, json, note };
}

type NotSeen = AttemptDetail["notSeen"];

function recordsGone(keptFrom: number): NotSeen[number] {
  const why = `Raw records from before ${formatDate(keptFrom)} were kept until then and are gone. What was read from them is shown.`;
  return { what: "The raw records that prove it", why };
}

/** Source: facts, authenticator §7; AWS §4.10. */
const CHECK_NOT_SEEN = {
  what: "When the token was checked, and what else was tried",
  why: "The cluster's authenticator log was off. Its audit log shows who used the cluster from some minutes to a quarter of an hour after the token's check, and shows nobody who was turned away.",
};

function missingCaller(attempt: Attempt): NotSeen {
  const { caller, decision } = attempt;
  if (caller === null && decision === "denied") {
    const why =
      "The token failed before STS vouched for anybody, so the log names nobody and neither does CloudTrail.";
    return [{ what: "Who it was", why }];
  }
  if (caller !== null && caller.accessKeyId === null) {
    return [
      { what: "The access key", why: "This cluster's authenticator did not print it for this attempt." },
    ];
  }
  return [];
}

function missingEvent(attempt: Attempt, sources: readonly StoredCoverage[]): NotSeen {
  if (attempt.sts !== null || attempt.caller === null) return [];
  const what = "The CloudTrail event of the authenticator's GetCallerIdentity";
  const region = attempt.stsEndpoint === null ? null : regionOfStsHost(attempt.stsEndpoint);
  const trails = sources.filter(({ kind }) => kind === "cloudtrail");
  const account = attempt.caller.accountId;
  const ofAccount = trails.filter(
    (trail) => account === null || trail.accountId === null || trail.accountId === account,
  );
  if (ofAccount.length === 0) {
    return [
      { what, why: `It is recorded in account ${account ?? "of the caller"}, whose CloudTrail is not read.` },
    ];
  }
  const trail = ofAccount.find(
    (candidate) => region === null || candidate.region === "" || candidate.region === region,
  );
  if (trail === undefined) return [{ what, why: `CloudTrail of Region ${region} is not read.` }];
  return [{ what, why: whyNotInTrail(attempt, trail) }];
}

function whyNotInTrail({ timeMs }: Attempt, trail: StoredCoverage): string {
  if (trail.problem !== null) return problemInOneLine(trail.problem);
  const isRead = trail.read.some(({ from, to }) => timeMs >= from && timeMs < to);
  if (!isRead) return `${trail.label} is not read for this time yet.`;
  const lateMs = (trail.lastReadMs ?? 0) - timeMs;
  if (lateMs < 15 * 60_000) return "CloudTrail delivers events some minutes late; it may still come.";
  return `${trail.label} was read and holds no such event.`;
}

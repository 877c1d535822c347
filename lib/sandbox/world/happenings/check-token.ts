import { areGroupsMisplaced } from "../configuration/passing-changes";
import {
  accessDeniedLine,
  accessGrantedLine,
  arnComparisonLine,
  isRecent,
  notMappedError,
  stsResponseLine,
} from "../lines/attempt-lines";
import type { LogLine } from "../lines/print-line";
import { isLogged } from "../organisation/logging";
import type { Mapping } from "../organisation/mapping";
import { isRecorded, type Session } from "../sessions/session";
import { recordCallerIdentity } from "../trail/caller-identity";
import type { WorldEvent } from "../world-day";
import type { KubeWork } from "./kube-work";
import type { Scene } from "./scene";
import { writerFor } from "./stream-writer";
import { placeToken, type TokenPlace, type TokenShown } from "./token-place";
import { answerUnauthorized, exerciseAccess } from "./exercise-access";

/** A token whose signer STS knows. */
export interface TokenCheck extends TokenShown {
  readonly session: Session;
  readonly story: string;
  /** A mapping: granted. null: not mapped, in the words of the build. A text: denied with it. */
  readonly outcome: Mapping | string | null;
  /** What the caller does when let in; absent = the usual. */
  readonly work?: KubeWork;
  /** From STS' answer to the line, and from the line to the decision. */
  readonly lagMs?: number;
  readonly decideMs?: number;
  /** Other ARN that an access entry holds for the same unique id. */
  readonly entryArn?: string;
  /** What is told of the STS event: ids, EKS's address, milliseconds or seconds. */
  readonly sts?: {
    readonly eventId?: string;
    readonly requestId?: string;
    readonly ip?: string;
    readonly precise?: boolean;
  };
}

/** Two lines or three, and the GetCallerIdentity event in the signer's account. */
export function checkToken(scene: Scene, usual: TokenCheck): void {
  const check = isLost(scene, usual) ? { ...usual, outcome: null } : usual;
  const place = placeToken(scene, check, check.session.global);
  const event = recordEvent(scene, check, place);
  const answeredMs = check.atMs + (check.lagMs ?? lag(place, check.cluster.region));
  const decidedMs = answeredMs + (check.decideMs ?? place.chance.pick([0, 0, 0, 1, 1, 2]));
  const write = writerFor(scene, place.instance);
  const stsLine = write(answeredMs, () => stsResponseLine(place, check.session));
  if (usesAccessEntry(check, place)) write(answeredMs, arnComparisonLine(check.session, check.entryArn));
  const line = write(decidedMs, () => decision(check, place));
  const { session, story } = check;
  const mapping = mappingOf(check);
  if (mapping === null) answerUnauthorized(scene, place, { session, timeMs: decidedMs });
  else exerciseAccess(scene, place, { ...check, mapping, timeMs: decidedMs });
  scene.book.attempts.push({
    cluster: check.cluster.name,
    story,
    timeMs: decidedMs,
    decision: mapping === null ? "denied" : "granted",
    line,
    stsLine,
    stsEventId: event?.eventId ?? null,
    stsTrail: event && { accountId: event.accountId, region: event.region },
    stsDeliveredMs: event?.deliveredMs ?? null,
    callerArn: session.arn,
    accessKeyId: session.accessKeyId,
    origin: session.origin,
    chain: session.chain,
    username: mapping?.username ?? null,
    logged: isLogged(check.cluster, line.stream, decidedMs),
  });
}

/** His line of aws-auth cannot be read just then: what he usually is counts for nothing. */
function isLost({ team }: Scene, check: TokenCheck): boolean {
  const isRole = check.session.canonicalArn.includes(":role/");
  const isListed = isRole && mappingOf(check)?.via === "config-map";
  const isOwn = Object.values(team.clusters).includes(check.cluster);
  return isListed && isOwn && areGroupsMisplaced(check.cluster, check.atMs);
}

function mappingOf(check: TokenCheck): Mapping | null {
  return typeof check.outcome === "string" ? null : check.outcome;
}

function recordEvent(scene: Scene, check: TokenCheck, place: TokenPlace): WorldEvent | null {
  if (!isRecorded(check.session)) return null;
  const drawn = place.chance.happens(0.8);
  const event = recordCallerIdentity({
    timeMs: check.atMs,
    session: check.session,
    host: place.host,
    key: `${scene.seed}/check/${check.cluster.name}/${scene.book.attempts.length}`,
    // An address of EKS: one per control-plane instance.
    ip: `198.51.100.${10 + place.instance.number * 16 + check.cluster.name.length}`,
    agent: "Go-http-client/1.1",
    ...check.sts,
    precise: check.sts?.precise ?? drawn,
  });
  scene.book.events.push(event);
  return event;
}

/** A second or more once in a hundred times: STS was slow. */
function lag(place: TokenPlace, home: string): number {
  if (place.chance.happens(0.01)) return place.chance.int(1200, 4800);
  return place.host.region === home ? place.chance.int(4, 34) : place.chance.int(84, 170);
}

function usesAccessEntry(check: TokenCheck, place: TokenPlace): boolean {
  if (!isRecent(place.dialect)) return false;
  return check.entryArn !== undefined || mappingOf(check)?.via === "access-entry";
}

function decision(check: TokenCheck, place: TokenPlace): LogLine {
  const { outcome, session } = check;
  if (typeof outcome === "object" && outcome !== null) return accessGrantedLine(place, session, outcome);
  return accessDeniedLine(place, outcome ?? notMappedError(place.dialect, session), session.canonicalArn);
}

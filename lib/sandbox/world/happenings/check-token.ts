import { type Chance, createChance } from "../chance";
import { type WrittenLine, writeLine } from "../day-book";
import {
  accessDeniedLine,
  accessGrantedLine,
  arnComparisonLine,
  notMappedError,
  type RequestPlace,
  stsResponseLine,
} from "../lines/attempt-lines";
import { type LogLine, printLine } from "../lines/print-line";
import type { Mapping } from "../organisation/people";
import { isRecorded, type Session } from "../sessions/session";
import { authenticatorStream, clientPort, type Instance, instancesAt } from "../streams";
import { recordCallerIdentity } from "../trail/caller-identity";
import { GLOBAL_STS, REGIONAL_STS, type StsHost } from "../trail/sts-host";
import type { Scene } from "./scene";

/** One token that an API server hands to its authenticator. */
export interface TokenCheck {
  readonly cluster: string;
  /** When STS takes the call. */
  readonly atMs: number;
  readonly session: Session;
  readonly story: string;
  /** A mapping: granted. null: not mapped, in the words of the build. A text: denied with it. */
  readonly outcome: Mapping | string | null;
  readonly host?: StsHost;
  /** Instance and connection; by chance where not given. */
  readonly instance?: number;
  readonly client?: string;
  /** From STS' answer to the line, and from the line to the decision. */
  readonly lagMs?: number;
  readonly decideMs?: number;
  /** Other ARN that the access entry holds for the same unique id. */
  readonly entryArn?: string;
  readonly eventId?: string;
  readonly requestId?: string;
  /** false: the STS record has seconds only. */
  readonly precise?: boolean;
}

interface Told {
  readonly instance: Instance;
  readonly place: RequestPlace;
  readonly host: StsHost;
  readonly chance: Chance;
}

/** STS knew the signer: two lines, and the GetCallerIdentity event in the signer's account. */
export function checkToken(scene: Scene, check: TokenCheck): void {
  const told = place(scene, check);
  const stsEventId = recordEvent(scene, check, told);
  const answeredMs = check.atMs + (check.lagMs ?? lag(told));
  const decidedMs = answeredMs + (check.decideMs ?? told.chance.pick([0, 0, 0, 1, 1, 2]));
  const write = writerFor(scene, told.instance);
  const stsLine = write(answeredMs, stsResponseLine(told.place, check.session));
  if (usesAccessEntry(check, told)) write(answeredMs, arnComparisonLine(check.session, check.entryArn));
  const line = write(decidedMs, decision(check, told));
  const granted = check.outcome !== null && typeof check.outcome !== "string";
  scene.book.attempts.push({
    ...truthOf(check),
    timeMs: decidedMs,
    decision: granted ? "granted" : "denied",
    line,
    stsLine,
    stsEventId,
    username: granted ? (check.outcome as Mapping).username : null,
  });
}

/** Nobody was authenticated: one line without an ARN, no event anywhere. */
export function refuseToken(scene: Scene, check: TokenCheck & { readonly outcome: string }): void {
  const told = place(scene, check);
  const write = writerFor(scene, told.instance);
  const timeMs = check.atMs + (check.lagMs ?? 1);
  const line = write(timeMs, accessDeniedLine(told.place, check.outcome, null));
  const known = { decision: "denied", line, stsLine: null, stsEventId: null, username: null } as const;
  scene.book.attempts.push({ ...truthOf(check), timeMs, ...known });
}

function truthOf(check: TokenCheck) {
  const { session, cluster, story } = check;
  return { cluster, story, callerArn: session.arn, accessKeyId: session.accessKeyId, person: session.person };
}

function place(scene: Scene, check: TokenCheck): Told {
  const { cluster, atMs, session } = check;
  const chance = createChance(`${scene.seed}/check/${cluster}/${atMs}/${scene.book.attempts.length}`);
  const instances = instancesAt(scene.seed, cluster, atMs);
  const drawn = chance.pick(instances);
  const instance = (check.instance === undefined ? drawn : instances[check.instance]) ?? drawn;
  const host = check.host ?? (session.global ? GLOBAL_STS : REGIONAL_STS);
  const client =
    check.client ?? clientPort(scene.seed, instance, { timeMs: atMs, connection: chance.int(0, 2) });
  return { instance, host, chance, place: { dialect: instance.dialect, client, stsHost: host.name } };
}

function recordEvent(scene: Scene, check: TokenCheck, told: Told): string | null {
  if (!isRecorded(check.session)) return null;
  const precise = check.precise ?? told.chance.happens(0.8);
  const event = recordCallerIdentity({
    timeMs: check.atMs,
    session: check.session,
    host: told.host,
    key: `${scene.seed}/check/${check.cluster}/${scene.book.attempts.length}`,
    precise,
    ip: `198.51.100.${10 + told.instance.number * 7 + check.cluster.length}`,
    agent: "Go-http-client/1.1",
    ...(check.eventId !== undefined && { eventId: check.eventId }),
    ...(check.requestId !== undefined && { requestId: check.requestId }),
  });
  scene.book.events.push(event);
  return event.eventId;
}

/** A second or more once in a hundred times: STS was slow. */
function lag(told: Told): number {
  if (told.chance.happens(0.01)) return told.chance.int(1200, 4800);
  return told.host.region === "eu-west-1" ? told.chance.int(4, 34) : told.chance.int(84, 170);
}

function usesAccessEntry(check: TokenCheck, told: Told): boolean {
  if (told.place.dialect !== "current") return false;
  if (check.entryArn !== undefined) return true;
  return typeof check.outcome === "object" && check.outcome?.via === "access-entry";
}

function decision(check: TokenCheck, told: Told): LogLine {
  const { outcome, session } = check;
  if (typeof outcome === "object" && outcome !== null) return accessGrantedLine(told.place, session, outcome);
  const error = outcome ?? notMappedError(told.place.dialect, session);
  return accessDeniedLine(told.place, error, session.canonicalArn);
}

/** Writes into the instance's authenticator stream. */
export function writerFor(
  scene: Scene,
  instance: Instance,
): (timeMs: number, line: LogLine | string) => WrittenLine {
  const stream = authenticatorStream(instance);
  return (timeMs, line) =>
    writeLine(scene.book, {
      cluster: instance.cluster,
      stream,
      timeMs,
      message: typeof line === "string" ? line : printLine(timeMs, line),
    });
}

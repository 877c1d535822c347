import { accessDeniedLine } from "../lines/attempt-lines";
import { isLogged } from "../organisation/logging";
import type { Session } from "../sessions/session";
import type { Scene } from "./scene";
import { writerFor } from "./stream-writer";
import { placeToken, type TokenPlace, type TokenShown } from "./token-place";
import { answerUnauthorized } from "./exercise-access";

/** A token that was refused before anybody was authenticated. */
export interface Refusal extends TokenShown {
  /** Who sent it, though the log cannot tell; null: not even that is known. */
  readonly session: Session | null;
  readonly story: string;
  readonly error: (place: TokenPlace) => string;
  /** STS took so long to refuse; 0 where it was not asked. */
  readonly askedMs?: number;
}

/** One line without an ARN, and no event anywhere. */
export function refuseToken(scene: Scene, refusal: Refusal): void {
  const { session, cluster, story } = refusal;
  const place = placeToken(scene, refusal, session?.global ?? false);
  const timeMs = refusal.atMs + (refusal.askedMs ?? 0);
  const line = writerFor(scene, place.instance)(timeMs, accessDeniedLine(place, refusal.error(place), null));
  answerUnauthorized(scene, place, { session, timeMs });
  scene.book.attempts.push({
    cluster: cluster.name,
    story,
    timeMs,
    decision: "denied",
    line,
    stsLine: null,
    stsEventId: null,
    stsTrail: null,
    stsDeliveredMs: null,
    callerArn: session?.arn ?? null,
    accessKeyId: session?.accessKeyId ?? null,
    origin: session?.origin ?? null,
    chain: session?.chain ?? [],
    username: null,
    logged: isLogged(cluster, line.stream, timeMs),
  });
}

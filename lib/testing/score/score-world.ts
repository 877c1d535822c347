import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { EventStore } from "@/lib/ports/event-store";
import { createCrowdedDay } from "@/lib/sandbox/world/create-day";
import { TRAILS } from "@/lib/sandbox/world/organisation/places";
import { createWorld, type World, type WorldRange } from "@/lib/sandbox/world/world";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createBadClocks } from "./bad-clocks";
import { readTold, readTraced } from "./read-told";
import { OriginScorer } from "./score-origins";
import { type PairedEvent, PairingScorer, type PairingScore, toPairedEvent } from "./score-pairing";
import { createBadTeller, isMissing } from "./tell-badly";
import type { ToldPage } from "./told-page";

const DAY = 86_400_000;
const EVER = Number.MAX_SAFE_INTEGER;

export interface WorldScore {
  readonly attempts: number;
  readonly pairing: PairingScore;
  /** Attempts whose log tells neither key nor session. */
  readonly pairingOfRest: PairingScore;
  readonly origins: OriginScorer;
}

/**
 * Reads a world of so many teams and days, told by clocks that are off, with events that are late or missing, into a
 * store, without its truth; then compares the answer with the truth.
 */
export async function scoreWorld(of: {
  readonly seed: number;
  readonly teams: number;
  readonly days: number;
  readonly untilMs: number;
}): Promise<WorldScore> {
  const world = createWorld(of.seed, of.teams, createCrowdedDay);
  const days = Array.from({ length: of.days }, (_, n) => dayFrom(of.untilMs - (of.days - n) * DAY));
  const folder = await mkdtemp(join(tmpdir(), "gatebook-score-"));
  const store = await openEventStore({ path: join(folder, "events.duckdb") });
  try {
    await readTold(store, tellAll(world, days), of.untilMs);
    return await compare(store, world, days);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

function dayFrom(from: number): WorldRange {
  return { from, to: from + DAY - 1 };
}

/** Sessions of the first day were issued on the one before it. */
function* tellAll(world: World, days: readonly WorldRange[]): Generator<ToldPage> {
  const tell = createBadTeller(world);
  const [first] = days;
  if (first !== undefined)
    yield* tell(dayFrom(first.from - DAY)).filter(({ source: { kind } }) => kind === "cloudtrail");
  for (const day of days) yield* tell(day);
}

async function compare(store: EventStore, world: World, days: readonly WorldRange[]): Promise<WorldScore> {
  const found = new Map<string, TracedAttempt>();
  for (const attempt of await readTraced(store, { from: 0, to: EVER / 2 }))
    for (const { eventId, source } of attempt.evidence)
      if (source === "authenticator" && eventId !== null) found.set(eventId, attempt);
  const missing = new Set<string>();
  const events = new Map<string, PairedEvent>();
  for (const day of days) gather(world, day, { events, missing });
  const pairing = new PairingScorer(events);
  const origins = new OriginScorer((id) => !missing.has(id));
  let attempts = 0;
  for (const truth of days.flatMap((day) => world.truth(day))) {
    // Some clusters' logs are off.
    if (!truth.logged) continue;
    const attempt = found.get(truth.line.eventId) ?? null;
    pairing.add(truth, attempt);
    origins.add(truth, attempt);
    attempts++;
  }
  return { attempts, pairing: pairing.told, pairingOfRest: pairing.rest, origins };
}

/** The authenticators' events with their times as told, and what nobody ever saw; a minute and a day before, too. */
function gather(
  world: World,
  day: WorldRange,
  to: { readonly events: Map<string, PairedEvent>; readonly missing: Set<string> },
): void {
  const clock = createBadClocks(world.seed);
  for (const trail of TRAILS)
    for (const event of world.events(trail, { from: day.from - DAY, to: day.to }, EVER)) {
      if (isMissing(event)) to.missing.add(event.eventId);
      if (event.eventName !== "GetCallerIdentity" || !event.json.includes('"Go-http-client/')) continue;
      const off = clock(`${event.eventSource}/${event.region}`);
      to.events.set(event.eventId, toPairedEvent(event, event.timeMs + off));
    }
}

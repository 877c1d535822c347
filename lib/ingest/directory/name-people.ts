import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/time/durations";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import type { AskedUser, UserToName } from "@/lib/ports/directory-store";
import { SourceError } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { StoreError } from "@/lib/ports/store-error";
import type { UserDirectories } from "@/lib/ports/user-directory";

const EVERY_MS = MINUTE_MS;
const AT_ONCE = 50;

/** How long an answer holds: people are seldom renamed, and who left stays away. A missing permission may be given soon. */
const HOLDS_MS: Readonly<Record<AskedUser["answer"]["outcome"], number>> = {
  found: 30 * DAY_MS,
  "unknown-user": DAY_MS,
  denied: 60 * MINUTE_MS,
  failed: 10 * MINUTE_MS,
};

export interface NamingOptions {
  readonly store: Pick<EventStore, "usersToName" | "keepUsers">;
  readonly directories: UserDirectories;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told each time an identity store refuses or fails. */
  readonly onProblem: (problem: SourceProblem) => void;
  /** Told of what is no directory's failure. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * In the background, asks Identity Center who the people behind attempts are, each once, until the signal. An identity
 * store that refuses or fails is not asked about anybody for a while.
 */
export async function namePeople(options: NamingOptions): Promise<void> {
  const { clock, signal, onFailure } = options;
  const silent: Silent = new Map();
  while (!signal.aborted) {
    try {
      await clock.sleep(EVERY_MS, signal);
      while (!signal.aborted && (await nameSome(options, silent)));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof StoreError && error.code === "disk-full")) return onFailure(error);
    }
  }
}

/** Identity stores that are not asked, until when, and what is said of their users meanwhile. */
type Silent = Map<string, Pick<AskedUser, "answer" | "untilMs">>;

/** Whether there may be more to ask at once. */
async function nameSome(options: NamingOptions, silent: Silent): Promise<boolean> {
  const { store, clock, signal } = options;
  const users = await store.usersToName(clock.now(), AT_ONCE);
  let answered = 0;
  for (const user of users) {
    if (signal.aborted) return false;
    const before = silent.get(user.place.storeId);
    const isSilent = before !== undefined && before.untilMs > clock.now();
    const told = isSilent ? before : await ask(user, silent, options);
    if (told === null) continue;
    await store.keepUsers([{ userId: user.userId, ...told }]);
    answered += 1;
  }
  return answered === AT_ONCE;
}

/** null = there is nobody to ask yet. */
async function ask(
  { userId, place }: UserToName,
  silent: Silent,
  { directories, clock, signal, onProblem }: NamingOptions,
): Promise<Pick<AskedUser, "answer" | "untilMs"> | null> {
  const { region } = place;
  const directory = region === null ? null : directories.at({ ...place, region });
  if (directory === null) return null;
  const toldBy = (answer: AskedUser["answer"]) => {
    const untilMs: EpochMs = clock.now() + HOLDS_MS[answer.outcome];
    return { answer, untilMs };
  };
  try {
    const entry = await directory.find(userId, signal);
    return toldBy(entry === null ? { outcome: "unknown-user" } : { outcome: "found", entry });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const told = toldBy({ outcome: error.problem.code === "forbidden" ? "denied" : "failed" });
    silent.set(place.storeId, told);
    onProblem(error.problem);
    return told;
  }
}

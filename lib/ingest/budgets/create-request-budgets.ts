import type { Clock } from "@/lib/ports/clock";
import type { RequestBudget, RequestBudgets } from "@/lib/ports/request-budget";
import { quotaOf } from "./quotas";
import { TokenBucket } from "./token-bucket";
import { createTurnQueue } from "./turn-queue";

/** What a request's error calls for: to slow down, to try again, or nothing that waiting could mend. */
export type FailureKind = "throttled" | "passing" | "lasting";

export interface BudgetOptions {
  readonly clock: Clock;
  /** Share of AWS's quotas, 0 to 1. */
  readonly quotaShare: number;
  readonly classify: (error: unknown) => FailureKind;
  /** 0 to 1, for the jitter. Default: Math.random. */
  readonly random?: () => number;
}

const MOST_TRIES = { throttled: 20, passing: 3, lasting: 1 };
const FIRST_WAIT_MS = 200;
/** At the very whole of a quota AWS's count and ours differ by a hair, and it throttles. */
const MOST_SHARE = 0.98;

/** One budget for each account, Region and API, made when it is first asked for. */
export function createRequestBudgets(options: BudgetOptions): RequestBudgets {
  const budgets = new Map<string, RequestBudget>();
  return {
    at({ accountId, region, api }) {
      const key = `${accountId}/${region}/${api}`;
      const budget = budgets.get(key) ?? createBudget(quotaOf(api, region), options);
      budgets.set(key, budget);
      return budget;
    },
  };
}

function createBudget(quota: number, options: BudgetOptions): RequestBudget {
  const { clock, quotaShare, classify, random = Math.random } = options;
  const bucket = new TokenBucket({
    nominalPerS: quota * Math.min(quotaShare, MOST_SHARE),
    nowMs: clock.now(),
    random,
  });
  const queue = createTurnQueue(bucket, clock);
  return {
    isSlowed: () => bucket.isSlowed(clock.now()),
    async send(request, { signal, urgency = "background" }) {
      for (let tries = 1; ; tries++) {
        await queue.wait(urgency, signal);
        const sentAtMs = clock.now();
        try {
          const answer = await request();
          bucket.answered();
          return answer;
        } catch (error) {
          signal.throwIfAborted();
          const kind = classify(error);
          if (kind === "throttled") bucket.throttled(sentAtMs, clock.now());
          if (tries >= MOST_TRIES[kind]) throw error;
          // Full jitter; a throttled place is silent as a whole.
          if (kind === "passing") await clock.sleep(random() * FIRST_WAIT_MS * 4 ** tries, signal);
        }
      }
    },
  };
}

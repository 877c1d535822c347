import type { Want } from "./addresses";
import type { Answers } from "./candidates";
import type { Chain } from "./chain";
import type { SessionStart } from "./session-start";
import { type Asking, traceChain } from "./trace-chain";

/** Finds the events at all these addresses; others than those of the wanted time do no harm. */
export type FindEvents = (wants: readonly Want[]) => Promise<Answers>;

/**
 * The chains of many sessions, in their order. All that they ask at one step is asked at once, so that a chain costs as
 * many look-ups as its longest, not as all of them have hops.
 */
export async function traceChains(starts: readonly SessionStart[], find: FindEvents): Promise<Chain[]> {
  const chains: Chain[] = [];
  let open = starts.map((start, i) => advance({ i, walk: traceChain(start), answers: null }, chains));
  for (;;) {
    const asking = open.filter((one) => one !== null);
    if (asking.length === 0) return chains;
    const answers = await find(asking.flatMap(({ wants }) => wants));
    open = asking.map(({ i, walk }) => advance({ i, walk, answers }, chains));
  }
}

interface Walking {
  readonly i: number;
  readonly walk: Asking<Chain>;
  readonly answers: Answers | null;
}

type Waiting = Pick<Walking, "i" | "walk"> & { readonly wants: readonly Want[] };

/** Goes on to the next question; null = the chain is done. */
function advance({ i, walk, answers }: Walking, chains: Chain[]): Waiting | null {
  const step = walk.next(answers ?? NOTHING);
  if (!step.done) return { i, walk, wants: step.value };
  chains[i] = step.value;
  return null;
}

const NOTHING: Answers = new Map();

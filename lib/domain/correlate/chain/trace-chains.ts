import type { Want } from "./addresses";
import type { Answers } from "./candidates";
import type { Chain } from "./chain";
import type { SessionStart } from "./session-start";
import { type Asking, traceChain } from "./trace-chain";

/** Finds the events at all these addresses; others than those of the wanted time do no harm. */
export type FindEvents = (wants: readonly Want[]) => Promise<Answers>;

/** A chain with all that was asked for it: an event that comes later changes it only if it answers one of these. */
export interface Traced {
  readonly chain: Chain;
  readonly wants: readonly Want[];
}

/** The chains of many sessions, in their order. */
export async function traceChains(starts: readonly SessionStart[], find: FindEvents): Promise<Chain[]> {
  return (await traceWithWants(starts, find)).map(({ chain }) => chain);
}

/**
 * The same with what was asked. All that they ask at one step is asked at once, so that a chain costs as many look-ups
 * as its longest, not as all of them have hops.
 */
export async function traceWithWants(starts: readonly SessionStart[], find: FindEvents): Promise<Traced[]> {
  const walks = starts.map((start) => begin(traceChain(start)));
  for (;;) {
    const asking = walks.filter(({ chain }) => chain === null);
    if (asking.length === 0) return walks.map(({ chain, wants }) => ({ chain: chain as Chain, wants }));
    const answers = await find(asking.flatMap(({ open }) => open));
    for (const walk of asking) advance(walk, answers);
  }
}

interface Walk {
  readonly steps: Asking<Chain>;
  readonly wants: Want[];
  /** What it asks now. */
  open: readonly Want[];
  /** null: it is not done. */
  chain: Chain | null;
}

function begin(steps: Asking<Chain>): Walk {
  const walk: Walk = { steps, wants: [], open: [], chain: null };
  advance(walk, NOTHING);
  return walk;
}

/** Goes on to the next question, or to the end. */
function advance(walk: Walk, answers: Answers): void {
  const step = walk.steps.next(answers);
  if (step.done) {
    walk.chain = step.value;
    return;
  }
  walk.wants.push(...step.value);
  walk.open = step.value;
}

const NOTHING: Answers = new Map();

import { matchStsEvents } from "@/lib/domain/correlate/match-sts-events";
import { pairLines } from "@/lib/domain/correlate/pair-lines";
import { createPairWorld } from "./pair-world";

export interface BenchReport {
  readonly name: string;
  readonly unit: string;
  readonly results: readonly { readonly label: string; readonly value: number }[];
  readonly ratios: readonly { readonly label: string; readonly value: number; readonly aim: string }[];
}

const ROUNDS = 5;

/** Lines → attempts → their STS events, for a history of a hundred thousand attempts and one of a million. */
export async function run(): Promise<BenchReport> {
  const small = measure(100_000);
  const large = measure(1_000_000);
  return {
    name: "pair-attempts",
    unit: "attempts/s",
    results: [
      { label: "100 k attempts", value: Math.round(small.perSecond) },
      { label: "1 M attempts", value: Math.round(large.perSecond) },
      { label: "1 M attempts: share with an event of their own, %", value: large.decided },
    ],
    ratios: [
      { label: "attempts/s at 1 M", value: Math.round(large.perSecond), aim: ">= 500000" },
      {
        label: "cost per attempt, 1 M against 100 k",
        value: small.perSecond / large.perSecond,
        aim: "<= 1.3",
      },
    ],
  };
}

function measure(size: number): { perSecond: number; decided: number } {
  const { lines, events } = createPairWorld(size);
  let best = Number.POSITIVE_INFINITY;
  let decided = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { attempts } = pairLines(lines);
    const matches = matchStsEvents(attempts, events, () => "eu-west-1");
    best = Math.min(best, performance.now() - start);
    decided = matches.filter((match) => match?.eventId).length;
  }
  return { perSecond: (size * 1000) / best, decided: Math.round((1000 * decided) / size) / 10 };
}

import { parseArgs } from "node:util";
import { scoreWorld } from "@/lib/testing/score/score-world";
import type { Tally } from "@/lib/testing/score/tally";
import type { BenchReport } from "./pair-attempts";

export const ALL_CORES = true;
const UNTIL = Date.UTC(2026, 10, 19);

/**
 * 200,000 attempts told by clocks that are off by up to two seconds from each other, with events that are late or
 * missing, and crowds that share a role, read into a store; its answer against the truth. `--teams N --days N --seed N`.
 */
export async function run(): Promise<BenchReport> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { teams: text, days: text, seed: text } });
  const { teams = "24", days = "19", seed = "7" } = values;
  const size = { seed: Number(seed), teams: Number(teams), days: Number(days) };
  const score = await scoreWorld({ ...size, untilMs: UNTIL });
  const { pairing, pairingOfRest, origins } = score;
  const misses = [...origins.misses].sort(([, a], [, b]) => b - a).slice(0, 12);
  return {
    name: "score",
    unit: "%",
    results: [
      { label: "attempts", value: score.attempts },
      { label: "pairs left open", value: percent(pairing.open) },
      { label: "key and session untold: attempts", value: pairingOfRest.open.all },
      { label: "key and session untold: pairing precision", value: percent(pairingOfRest.precision) },
      { label: "key and session untold: pairing recall", value: percent(pairingOfRest.recall) },
      { label: "origins keyed or observed", value: origins.sure.all },
      { label: "origins timed", value: origins.timed.all },
      ...misses.map(([label, value]) => ({ label: `missed: ${label}`, value })),
    ],
    ratios: [
      { label: "pairing precision", value: percent(pairing.precision), aim: ">= 99.9" },
      { label: "pairing recall", value: percent(pairing.recall), aim: ">= 99.5" },
      { label: "origin precision, keyed or observed", value: percent(origins.sure), aim: ">= 99.9" },
      { label: "origin precision, timed", value: percent(origins.timed), aim: ">= 97" },
      { label: "left unknown", value: 100 - percent(origins.named), aim: "<= 2" },
    ],
  };
}

function percent({ share }: Tally): number {
  return Math.round(share * 100_000) / 1000;
}

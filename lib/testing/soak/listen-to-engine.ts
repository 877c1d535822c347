import type { SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";
import { pause } from "./kill-points";
import type { Running } from "./processes";

const DAY = 86_400_000;
const SOURCES = [
  ...["prod", "staging", "devCluster"].map(
    (cluster) => `authenticator-log/111122223333/eu-west-1/${cluster}`,
  ),
  ...["eu-west-1", "us-east-1"].map((region) => `cloudtrail/111122223333/${region}`),
];

/** Hears what the engine says of its coverage, again and again, until it is gone. */
export async function listen(engine: Running, hear: () => Promise<unknown>): Promise<void> {
  let isGone = false;
  void engine.gone.then(() => {
    isGone = true;
  });
  while (!isGone) {
    await Promise.race([hear().catch(() => undefined), engine.gone]);
    await Promise.race([pause(50), engine.gone]);
  }
}

const PATIENCE_MS = 600_000;

/** Waits until every source has read all up to then. Rejects after ten minutes. */
export async function readUntil(
  endMs: number,
  settledMs: number,
  { hear, engine }: { hear: () => Promise<readonly SourceCoverage[]>; engine: Running },
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const isRead = ({ read }: SourceCoverage) =>
    subtractRanges({ from: endMs - 13 * DAY, to: settledMs }, read).length === 0;
  while (Date.now() < deadline) {
    const sources = await hear();
    if (SOURCES.every((id) => sources.some((source) => source.id === id && isRead(source)))) return;
    await Promise.race([pause(200), engine.gone.then(() => Promise.reject(new Error("the engine ended")))]);
  }
  throw new Error("the engine did not read everything in ten minutes");
}

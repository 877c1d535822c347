import { printLine } from "../world/lines/print-line";
import { authenticatorStream, instancesAt } from "../world/streams";
import type { World } from "../world/world";
import type { WorldAttempt, WorldLine } from "../world/world-day";
import type { BurstFault } from "./fault-plan";

export interface Burst {
  readonly lines: readonly WorldLine[];
  readonly attempts: readonly WorldAttempt[];
}

const STRANGER = "arn:aws:iam::111122223333:role/Stranger";

/** One role nobody knows tries many times within one millisecond, each time from another port. */
export function openBurst(world: World, fault: BurstFault, startMs: number): Burst {
  const timeMs = startMs + fault.atS * 1000;
  const cluster = world.clusters.find(({ name }) => name === fault.cluster);
  const [instance] = cluster === undefined ? [] : instancesAt(cluster, timeMs);
  const stream = instance === undefined ? "" : authenticatorStream(instance);
  const place = { cluster: fault.cluster, stream, timeMs };
  const lines = Array.from({ length: fault.count }, (_, n) => ({
    ...place,
    ingestedMs: timeMs + 1000 * (1 + fault.apartS * (n % fault.parts)),
    eventId: `3${timeMs}${`9${String(n).padStart(5, "0")}`.padEnd(42, "1580372649")}`,
    message: printDenied(timeMs, 40_000 + n),
  }));
  return { lines, attempts: lines.map(toAttempt) };
}

function printDenied(timeMs: number, port: number): string {
  const client = `127.0.0.1:${port}`;
  const fields = {
    arn: STRANGER,
    client,
    error: "identity is not mapped",
    method: "POST",
    path: "/authenticate",
  };
  return printLine(timeMs, { level: "warning", msg: "access denied", fields });
}

function toAttempt({ timeMs, cluster, stream, eventId }: WorldLine): WorldAttempt {
  const line = { stream, eventId };
  const unasked = { stsLine: null, stsEventId: null, stsTrail: null, stsDeliveredMs: null };
  return {
    timeMs,
    cluster,
    decision: "denied",
    line,
    ...unasked,
    callerArn: STRANGER,
    accessKeyId: null,
    origin: null,
    chain: [],
    username: null,
    logged: true,
    story: "burst",
  };
}

import { DAY, HOUR } from "./calendar";
import { createChance, hash32 } from "./chance";
import type { Cluster, Dialect } from "./organisation/clusters";

/** One life of one control-plane instance, with its log streams. */
export interface Instance {
  readonly cluster: Cluster;
  readonly number: number;
  readonly dialect: Dialect;
  /** The 32 hex digits that all its streams end in. */
  readonly hex: string;
  readonly bornMs: number;
  readonly diesMs: number;
}

const LIFE = 3 * DAY;

/** The control-plane instances that live at an instant; each is replaced every three days, at its own hour. */
export function instancesAt(cluster: Cluster, timeMs: number): Instance[] {
  return cluster.dialects.map((_, number) => instanceAt(cluster, number, timeMs));
}

/** All instances that lived within a range, oldest first. */
export function instancesWithin(cluster: Cluster, range: { from: number; to: number }): Instance[] {
  const found: Instance[] = [];
  for (const [number] of cluster.dialects.entries()) {
    let at = range.from;
    while (at <= range.to) {
      const instance = instanceAt(cluster, number, at);
      found.push(instance);
      at = instance.diesMs;
    }
  }
  return found.toSorted((a, b) => a.bornMs - b.bornMs);
}

export function authenticatorStream(instance: Instance): string {
  return `authenticator-${instance.hex}`;
}

export function auditStream(instance: Instance): string {
  return `kube-apiserver-audit-${instance.hex}`;
}

/**
 * The API server keeps a few connections to its authenticator and uses them again for hours, so that one client port
 * serves many callers.
 */
export function clientPort(instance: Instance, at: { timeMs: number; connection: number }): string {
  const shift = Math.floor(at.timeMs / (4 * HOUR));
  const port =
    33_000 + (hash32(`${instance.cluster.seed}/${instance.hex}/${shift}/${at.connection}`) % 27_000);
  return `127.0.0.1:${port}`;
}

function instanceAt(cluster: Cluster, number: number, timeMs: number): Instance {
  const offset = (hash32(`${cluster.seed}/${cluster.name}/${number}`) % 71) * HOUR + 1_234_567;
  const generation = Math.floor((timeMs - offset) / LIFE);
  const chance = createChance(`${cluster.seed}/instance/${cluster.name}/${number}/${generation}`);
  return {
    cluster,
    number,
    dialect: dialectOf(cluster.dialects[number] ?? "current", generation),
    hex: chance.hex(32),
    bornMs: generation * LIFE + offset,
    diesMs: (generation + 1) * LIFE + offset,
  };
}

/** Every third life of an instance with an older build tries a newer one. */
function dialectOf(usual: Dialect, generation: number): Dialect {
  return usual === "older" && generation % 3 === 0 ? "middle" : usual;
}

import { type Chance, createChance } from "../chance";
import type { RequestPlace } from "../lines/attempt-lines";
import type { Cluster } from "../organisation/clusters";
import { clientPort, type Instance, instancesAt } from "../streams";
import { globalSts, regionalSts, type StsHost } from "../trail/sts-host";
import type { Scene } from "./scene";

/** Where a token is shown. What is not given is drawn. */
export interface TokenShown {
  readonly cluster: Cluster;
  /** When the authenticator asks STS, or refuses without asking. */
  readonly atMs: number;
  readonly host?: StsHost;
  /** Number of the control-plane instance. */
  readonly instance?: number;
  /** The API server's end of the connection. */
  readonly client?: string;
}

export interface TokenPlace extends RequestPlace {
  readonly instance: Instance;
  readonly host: StsHost;
  readonly chance: Chance;
  /** Chance for what comes of it, apart from the other. */
  readonly chanceFor: (label: string) => Chance;
}

export function placeToken(scene: Scene, shown: TokenShown, global: boolean): TokenPlace {
  const { cluster, atMs } = shown;
  const key = `${scene.seed}/check/${cluster.name}/${atMs}/${scene.book.attempts.length}`;
  const chance = createChance(key);
  const chanceFor = (label: string) => createChance(`${key}/${label}`);
  const instances = instancesAt(cluster, atMs);
  const drawn = chance.pick(instances);
  const instance = (shown.instance === undefined ? drawn : instances[shown.instance]) ?? drawn;
  const host = shown.host ?? (global ? globalSts(cluster.region) : regionalSts(cluster.region));
  const connection = chance.int(0, 2);
  const client = shown.client ?? clientPort(instance, { timeMs: atMs, connection });
  return { instance, host, chance, chanceFor, dialect: instance.dialect, client, stsHost: host.name };
}

import { HOUR, MINUTE } from "../calendar";
import type { Chance } from "../chance";
import { personOf } from "../create-team";
import type { Cluster } from "../organisation/clusters";
import type { Part, Person } from "../organisation/people";
import type { Session } from "../sessions/session";
import { clientPort, instancesAt } from "../streams";
import { checkToken, type TokenCheck } from "./check-token";
import { askWhoIAm, signIn } from "./people-work";
import { chanceFor, type Scene } from "./scene";

/** Requests that overlap on one connection, come in bursts of one key, or fall into one millisecond. */
export function requestsCollide(scene: Scene): void {
  const chance = chanceFor(scene, "collide");
  for (const cluster of scene.clusters) interleave(scene, cluster, chance);
  burst(scene, chance);
  tie(scene, chance);
}

/** Alice and Bob share a connection three times: crossed, in one millisecond, and Alice twice at once. */
function interleave(scene: Scene, cluster: Cluster, chance: Chance): void {
  const atMs = scene.startMs + chance.int(8 * HOUR, 16 * HOUR);
  const instance = chance.int(0, 1);
  const lived = instancesAt(cluster, atMs)[instance];
  if (lived === undefined) return;
  const client = clientPort(lived, { timeMs: atMs, connection: 0 });
  const shown = (part: Part): Omit<TokenCheck, "atMs"> => {
    const person = personOf(scene.team, part);
    const session = signIn(scene, person, atMs - (30 + person.email.length) * MINUTE);
    return {
      cluster,
      instance,
      client,
      session,
      story: "interleaved",
      outcome: person.mappings[cluster.stage] ?? null,
    };
  };
  const [alice, bob] = [shown("alice"), shown("bob")];
  // STS answers Alice, then Bob; Bob is decided before Alice: `client` alone would pair them wrongly.
  checkToken(scene, { ...alice, atMs: atMs - 20, lagMs: 20, decideMs: 4 });
  checkToken(scene, { ...bob, atMs: atMs - 130, lagMs: 131, decideMs: 1 });
  checkToken(scene, { ...alice, atMs: atMs + 5000, lagMs: 18, decideMs: 0 });
  checkToken(scene, { ...bob, atMs: atMs + 4900, lagMs: 118, decideMs: 0 });
  checkToken(scene, { ...alice, atMs: atMs + 9000, lagMs: 15, decideMs: 3 });
  checkToken(scene, { ...alice, atMs: atMs + 9002, lagMs: 14, decideMs: 2 });
}

/** A loop of kubectl: the same key every half second, at whichever instance answers. */
function burst(scene: Scene, chance: Chance): void {
  const person = personOf(scene.team, chance.pick(["alice", "carol"] as const));
  const startMs = scene.startMs + chance.int(7 * HOUR, 19 * HOUR);
  const session = signIn(scene, person, startMs - 7 * MINUTE);
  const cluster = chance.pick(scene.clusters);
  let atMs = startMs;
  const count = chance.int(6, 10);
  for (let turn = 0; turn < count; turn++) {
    show(scene, { cluster, session, atMs, person });
    atMs += chance.int(180, 900);
  }
  askWhoIAm(scene, session, startMs + 700);
}

/** Two instances ask STS in one millisecond with one key; their records tell the second only. */
function tie(scene: Scene, chance: Chance): void {
  const person = personOf(scene.team, "erin");
  const atMs = scene.startMs + chance.int(9 * HOUR, 17 * HOUR);
  const session = signIn(scene, person, atMs - 12 * MINUTE);
  const outcome = person.mappings.staging ?? null;
  for (const instance of [0, 1])
    checkToken(scene, {
      cluster: scene.team.clusters.staging,
      atMs,
      session,
      instance,
      outcome,
      story: "tie",
      lagMs: 12,
      sts: { precise: false },
    });
}

function show(scene: Scene, of: { cluster: Cluster; session: Session; atMs: number; person: Person }): void {
  const { cluster, session, atMs } = of;
  const outcome = of.person.mappings[cluster.stage] ?? null;
  checkToken(scene, { cluster, atMs, session, story: "burst", outcome });
}

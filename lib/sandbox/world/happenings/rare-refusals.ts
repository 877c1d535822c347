import { HOUR } from "../calendar";
import { RARE_ANSWERS, RARE_FORMS, type RareRefusal } from "../lines/rare-refusals";
import type { Cluster, Dialect } from "../organisation/clusters";
import { instancesAt } from "../streams";
import { refuseToken } from "./refuse-token";
import { chanceFor, type Scene } from "./scene";

/** Each is written by each build that has it within so many days in which the build runs. */
const PERIOD = 5;

/** What goes wrong now and then: every text that a build can refuse a token with, within a fortnight. */
export function rareRefusals(scene: Scene): void {
  for (const [place, refusal] of [...RARE_FORMS, ...RARE_ANSWERS].entries())
    for (const dialect of refusal.spokenBy) if (isDue(scene, place, dialect)) refuse(scene, refusal, dialect);
}

/** The middle build runs for three days in nine: it says everything on each of them. */
export function isDue(scene: Scene, place: number, dialect: Dialect): boolean {
  return dialect === "middle" || (place + scene.day + scene.team.number) % PERIOD === 0;
}

function refuse(scene: Scene, refusal: RareRefusal, dialect: Dialect): void {
  const chance = chanceFor(scene, `rare/${refusal.error(dialect, "")}/${dialect}`);
  const atMs = scene.startMs + chance.int(HOUR, 22 * HOUR);
  const spot = spotOf(scene, dialect, atMs);
  if (spot === null) return;
  refuseToken(scene, {
    ...spot,
    atMs,
    session: null,
    story: refusal.story,
    error: (place) =>
      refusal.error(dialect, place.host.endpointType === "global" ? "global" : place.host.region),
  });
}

/** An instance that runs this build at that time. */
export function spotOf(
  scene: Scene,
  dialect: Dialect,
  atMs: number,
): { cluster: Cluster; instance: number } | null {
  for (const cluster of scene.clusters) {
    const instance = instancesAt(cluster, atMs).find((one) => one.dialect === dialect);
    if (instance !== undefined) return { cluster, instance: instance.number };
  }
  return null;
}

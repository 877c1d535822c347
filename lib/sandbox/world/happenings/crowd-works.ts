import { HOUR, MINUTE, SECOND } from "../calendar";
import type { Chance } from "../chance";
import type { Cluster } from "../organisation/clusters";
import { crowdOf } from "../organisation/crowd";
import { entry, entryUsername, listed, type Mapping } from "../organisation/mapping";
import type { Role } from "../organisation/roles";
import type { Session } from "../sessions/session";
import { checkToken } from "./check-token";
import { signIn } from "./people-work";
import { chanceFor, type Scene } from "./scene";
import { chainRole } from "./take-role";

/** Seconds of the day in which many of them work at once. */
const RUSHES = 8;

/**
 * Fifty people share one permission set, and every other of them takes one role with it, under the one name that a tool
 * makes up. All use their credentials several times within one second, and many do so in the same second.
 */
export function crowdWorks(scene: Scene): void {
  const chance = chanceFor(scene, "crowd");
  const rushes = Array.from({ length: RUSHES }, () => scene.startMs + chance.int(8 * HOUR, 18 * HOUR));
  for (const [n, person] of crowdOf(scene.team).entries()) {
    const rushMs = chance.pick(rushes);
    const own = signIn(scene, person, rushMs - chance.int(5 * MINUTE, 3 * HOUR));
    const takesRole = n % 2 === 1;
    const timeMs = rushMs - chance.int(2 * SECOND, 50 * MINUTE);
    const taken = { role: "break-glass", sessionName: "EKSGetTokenAuth", timeMs };
    burst(scene, chance, {
      session: takesRole ? chainRole(scene, own, taken) : own,
      role: person.role,
      rushMs,
    });
  }
}

interface Burst {
  readonly session: Session;
  readonly role: Role;
  readonly rushMs: number;
}

function burst(scene: Scene, chance: Chance, { session, role, rushMs }: Burst): void {
  const cluster = chance.pick(scene.clusters);
  const outcome = mappingOf(cluster, session, role);
  const count = chance.int(2, 6);
  for (let turn = 0; turn < count; turn++)
    checkToken(scene, { cluster, atMs: rushMs + chance.int(0, 999), session, story: "crowd", outcome });
}

function mappingOf(cluster: Cluster, session: Session, role: Role): Mapping {
  if (cluster.stage === "dev") return listed("crowd", ["developers"]);
  const name = session.canonicalArn.slice(session.canonicalArn.lastIndexOf("/") + 1);
  return entry(entryUsername({ ...role, name }, session.sessionName), ["developers"]);
}

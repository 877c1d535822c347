import { MINUTE, SECOND } from "../calendar";
import type { Chance } from "../chance";
import { personOf } from "../create-team";
import { entry, entryUsername, type Mapping } from "../organisation/mapping";
import type { Cluster } from "../organisation/clusters";
import { changeKey } from "../sessions/change-key";
import { rootSession } from "../sessions/root-session";
import type { Session } from "../sessions/session";
import { userSession } from "../sessions/user-session";
import { recordConsoleLogin, recordSigninToken } from "../trail/console";
import { checkToken } from "./check-token";
import { openTile } from "./open-tile";
import { chanceFor, officeHour, openKey, recordHop, roleIn, type Scene, userIn } from "./scene";
import { chainRole } from "./take-role";

/** kubectl in CloudShell: with keys of the console, which no event gives out (facts: AWS §4.5, §4.7). */
export function consolesAreUsed(scene: Scene): void {
  const chance = chanceFor(scene, "console");
  const { prod, staging, dev } = scene.team.clusters;
  const user = userIn(scene, "heidi");
  const byPassword = enterByPassword(scene, userSession(user, scene.team.region), officeHour(scene, chance));
  openCloudShell(scene, byPassword, { cluster: dev, outcome: user.mappings.dev ?? null });
  const person = personOf(scene.team, "carol");
  openCloudShell(scene, tile(scene, chance), { cluster: prod, outcome: person.mappings.prod ?? null });
  const username = entryUsername(roleIn(scene, "console-operator"), "oncall");
  openCloudShell(scene, link(scene, chance), { cluster: staging, outcome: entry(username, ["viewers"]) });
  if (scene.day % 3 !== 0) return;
  const root = enterByPassword(scene, rootSession(scene.team), officeHour(scene, chance));
  openCloudShell(scene, root, { cluster: prod, outcome: null });
}

/** A session in the console, since when. */
interface InConsole {
  readonly session: Session;
  readonly sinceMs: number;
}

/** With a password, of a user or of root: the session begins with the sign-in. */
function enterByPassword(scene: Scene, session: Session, timeMs: number): InConsole {
  const hops = [recordHop(scene, recordConsoleLogin(session, timeMs))];
  const accessKeyId = openKey(scene, `console/${session.arn}/${timeMs}`);
  return { session: changeKey(session, { accessKeyId, createdMs: timeMs, hops }), sinceMs: timeMs };
}

function tile(scene: Scene, chance: Chance): InConsole {
  const timeMs = officeHour(scene, chance);
  return enterWithRole(scene, openTile(scene, personOf(scene.team, "carol"), timeMs), timeMs + 2 * SECOND);
}

/** A broker takes a role and turns its credentials into a link to the console. The link's event gives out nothing. */
function link(scene: Scene, chance: Chance): InConsole {
  const timeMs = officeHour(scene, chance);
  const broker = userSession(userIn(scene, "access-broker"), scene.team.region);
  const taken = chainRole(scene, broker, { role: "console-operator", sessionName: "oncall", timeMs });
  scene.book.events.push(recordSigninToken(taken, timeMs + SECOND));
  return enterWithRole(scene, taken, timeMs + 3 * SECOND);
}

function enterWithRole(scene: Scene, session: Session, timeMs: number): InConsole {
  const hops = [recordHop(scene, recordConsoleLogin(session, timeMs))];
  const accessKeyId = openKey(scene, `console/${session.arn}/${timeMs}`);
  return { session: changeKey(session, { accessKeyId, hops }), sinceMs: timeMs };
}

function openCloudShell(
  scene: Scene,
  { session, sinceMs }: InConsole,
  at: { readonly cluster: Cluster; readonly outcome: Mapping | null },
): void {
  checkToken(scene, { ...at, atMs: sinceMs + 4 * MINUTE, session, story: "console" });
}

import { MINUTE, SECOND } from "../calendar";
import { createChance } from "../chance";
import { personOf } from "../create-team";
import type { Cluster } from "../organisation/clusters";
import type { Person } from "../organisation/people";
import { changeKey } from "../sessions/change-key";
import { recordConsoleLogin, recordOauthAccess, recordOauthToken } from "../trail/console";
import { checkToken } from "./check-token";
import { openTile } from "./open-tile";
import { chanceFor, officeHour, openKey, recordHop, type Scene } from "./scene";

/** `aws login`, and an agent that acts for a person: both go on with the session of the browser (facts: AWS §4.5). */
export function peopleLogIn(scene: Scene): void {
  const chance = chanceFor(scene, "log-in");
  const { prod, staging } = scene.team.clusters;
  const own = { person: personOf(scene.team, "erin"), cluster: staging, timeMs: officeHour(scene, chance) };
  logIn(scene, { ...own, agent: own.person.agent, signInSessionArn: null });
  const id = createChance(`${scene.seed}/${scene.day}/sign-in`).uuid();
  logIn(scene, {
    person: personOf(scene.team, "dave"),
    cluster: prod,
    timeMs: officeHour(scene, chance),
    agent: "aws-mcp-proxy/1.4.0",
    signInSessionArn: `arn:aws:signin:${scene.team.region}:${scene.team.accountId}:session/${id}`,
  });
}

interface LogIn {
  readonly person: Person;
  readonly cluster: Cluster;
  readonly timeMs: number;
  readonly agent: string;
  /** Of an agent: its calls name the sign-in. */
  readonly signInSessionArn: string | null;
}

function logIn(scene: Scene, { person, cluster, timeMs, agent, signInSessionArn }: LogIn): void {
  const inBrowser = openTile(scene, person, timeMs);
  const console = recordHop(scene, recordConsoleLogin(inBrowser, timeMs + SECOND));
  scene.book.events.push(recordOauthAccess(inBrowser, timeMs + 20 * SECOND));
  const token = recordOauthToken(inBrowser, { timeMs: timeMs + 21 * SECOND, agent, signInSessionArn });
  const session = changeKey(inBrowser, {
    accessKeyId: openKey(scene, `log-in/${person.email}/${timeMs}`),
    hops: [console, recordHop(scene, token)],
    ...(signInSessionArn !== null && { context: { signInSessionArn } }),
  });
  checkToken(scene, {
    cluster,
    atMs: timeMs + 3 * MINUTE,
    session: { ...session, agent },
    story: signInSessionArn === null ? "aws login" : "agent",
    outcome: person.mappings[cluster.stage] ?? null,
  });
}

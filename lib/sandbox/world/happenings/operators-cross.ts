import { HOUR, MINUTE } from "../calendar";
import { personOf } from "../create-team";
import { listed } from "../organisation/mapping";
import { checkToken } from "./check-token";
import { signIn } from "./people-work";
import { chanceFor, type Scene } from "./scene";
import { chainRole } from "./take-role";

/**
 * Role chaining within an account and across: an administrator takes the team's toolbox role, and with it the operators'
 * role of the account beside, which aws-auth lists. Both accounts have a record of that step.
 */
export function operatorsCross(scene: Scene): void {
  const chance = chanceFor(scene, "operators");
  const timeMs = scene.startMs + chance.int(9 * HOUR, 16 * HOUR);
  const person = personOf(scene.team, chance.pick(["alice", "carol"] as const));
  const own = signIn(scene, person, timeMs - 5 * MINUTE);
  const toolbox = chainRole(scene, own, {
    role: "toolbox",
    sessionName: "toolbox",
    timeMs: timeMs - 2 * MINUTE,
  });
  const sessionName = `botocore-session-${Math.floor(timeMs / 1000)}`;
  const session = chainRole(scene, toolbox, { role: "platform-operator", sessionName, timeMs });
  const outcome = listed(`operator:${sessionName}`, ["operators"]);
  for (const wait of [1_300, 3 * MINUTE])
    checkToken(scene, {
      cluster: scene.team.clusters.prod,
      atMs: timeMs + wait,
      session,
      story: "role chaining",
      outcome,
    });
}

import { HOUR, isWorkday, MINUTE } from "../calendar";
import { personOf } from "../create-team";
import { listed } from "../organisation/mapping";
import { checkToken } from "./check-token";
import { signIn } from "./people-work";
import { chanceFor, type Scene } from "./scene";
import { chainRole } from "./take-role";

/**
 * Two people, one username: aws-auth names whoever takes the toolbox `toolbox:{{SessionName}}`, in which `@` becomes `-`. One
 * calls her session by her e-mail; another has hers with a dash, left over from a profile that he copied.
 */
export function namesLookAlike(scene: Scene): void {
  if (!isWorkday(scene.day)) return;
  const chance = chanceFor(scene, "names-look-alike");
  const [owner, copier] = [personOf(scene.team, "alice"), personOf(scene.team, "bob")];
  const dashed = owner.email.replaceAll("@", "-");
  const named = [
    { person: owner, sessionName: owner.email },
    { person: copier, sessionName: dashed },
  ];
  for (const { person, sessionName } of named) {
    const timeMs = scene.startMs + chance.int(9 * HOUR, 17 * HOUR);
    const own = signIn(scene, person, timeMs - 3 * MINUTE);
    checkToken(scene, {
      cluster: scene.team.clusters.dev,
      atMs: timeMs + 1_300,
      session: chainRole(scene, own, { role: "toolbox", sessionName, timeMs }),
      story: "names rendered alike",
      outcome: listed(`toolbox:${dashed}`, ["developers"]),
    });
  }
}

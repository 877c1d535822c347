import { MINUTE, SECOND } from "../calendar";
import { misplacedOn } from "../configuration/passing-changes";
import { personOf } from "../create-team";
import { checkToken } from "./check-token";
import { editAwsAuth } from "./edit-aws-auth";
import { signIn } from "./people-work";
import type { Scene } from "./scene";

/** In the words of the authenticator's YAML library. */
const COMPLAINT = "yaml: line 48: did not find expected '-' indicator";

/**
 * Carol indents the groups of aws-auth's last role too far out: whoever stands in mapRoles is turned away until she mends it,
 * with the token that she has: it is good for some minutes more.
 */
export function awsAuthBreaks(scene: Scene): void {
  const stretch = misplacedOn(scene.day);
  if (stretch === null) return;
  const { fromMs, toMs } = stretch;
  const cluster = scene.team.clusters.dev;
  const person = personOf(scene.team, "carol");
  const mapping = person.mappings.dev;
  if (mapping === undefined) return;
  const session = signIn(scene, person, fromMs - 25 * MINUTE);
  const comes = { cluster, session, story: "aws-auth breaks", outcome: mapping } as const;
  checkToken(scene, { ...comes, atMs: fromMs - 40 * SECOND });
  editAwsAuth(scene, { cluster, session, mapping, atMs: fromMs, complaint: COMPLAINT });
  const locked = signIn(scene, personOf(scene.team, "bob"), fromMs - 3 * MINUTE);
  for (const wait of [4, 9])
    checkToken(scene, { ...comes, session: locked, atMs: fromMs + wait * MINUTE, outcome: null });
  editAwsAuth(scene, { cluster, session, mapping, atMs: toMs });
  checkToken(scene, { ...comes, atMs: toMs + 20 * SECOND });
}

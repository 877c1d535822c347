import { MINUTE } from "../calendar";
import { lentEntry } from "../configuration/access-entries-of";
import { entryLentOn } from "../configuration/passing-changes";
import { personOf } from "../create-team";
import { entry, entryUsername } from "../organisation/mapping";
import { recordAssociatePolicy, recordCreateEntry, recordDeleteEntry } from "../trail/access-entries";
import { checkToken } from "./check-token";
import { asRole, signIn } from "./people-work";
import { roleIn, type Scene } from "./scene";

/** Alice lets the data scientists in to prod for two hours, by an access entry; erin uses it. */
export function entryIsLent(scene: Scene): void {
  const stretch = entryLentOn(scene.day);
  if (stretch === null) return;
  const { fromMs, toMs } = stretch;
  const cluster = scene.team.clusters.prod;
  const by = signIn(scene, personOf(scene.team, "alice"), fromMs - 12 * MINUTE);
  const lent = lentEntry(scene.team, fromMs);
  scene.book.events.push(
    recordCreateEntry(by, { cluster, entry: lent, timeMs: fromMs }),
    recordAssociatePolicy(by, { cluster, entry: lent, timeMs: fromMs + 4_000 }),
    recordDeleteEntry(by, { cluster, entry: lent, timeMs: toMs }),
  );
  const role = roleIn(scene, "data-science");
  for (const wait of [6, 51]) {
    const atMs = fromMs + wait * MINUTE;
    const session = asRole(scene, personOf(scene.team, "erin"), { role: "data-science", timeMs: atMs });
    const username = entryUsername(role, session.sessionName);
    const outcome = { ...entry(username), policy: "AmazonEKSViewPolicy" };
    const work = { requests: [{ verb: "list", resource: "pods", namespace: "payments-api", code: 200 }] };
    checkToken(scene, { cluster, atMs: atMs + 900, session, story: "lent entry", outcome, work });
  }
}

import { HOUR, MINUTE } from "../calendar";
import type { Cluster } from "../organisation/clusters";
import { userSession } from "../sessions/user-session";
import { checkToken } from "./check-token";
import { chanceFor, type Scene, userIn } from "./scene";

/** IAM users: a robot, the one that created the clusters, and a person who never moved to Identity Center. */
export function usersWithKeys(scene: Scene): void {
  const chance = chanceFor(scene, "users");
  const { prod, dev } = scene.team.clusters;
  const use = (name: string, cluster: Cluster, atMs: number) => {
    const user = userIn(scene, name);
    const outcome = user.mappings[cluster.stage] ?? null;
    checkToken(scene, {
      cluster,
      atMs,
      session: userSession(user, cluster.region),
      story: "IAM user",
      outcome,
    });
  };
  for (let hour = 1; hour < 24; hour += 4)
    use("backup-operator", dev, scene.startMs + hour * HOUR + chance.int(0, 3 * MINUTE));
  const plan = scene.startMs + chance.int(9 * HOUR, 15 * HOUR);
  for (const wait of [0, 11, 23]) use("terraform", prod, plan + wait * MINUTE + chance.int(0, 30_000));
  use("terraform", dev, plan + 31 * MINUTE);
  for (let turn = 0; turn < 3; turn++)
    use("heidi", chance.pick([prod, dev]), scene.startMs + 9 * HOUR + turn * 3 * HOUR + chance.int(0, HOUR));
}

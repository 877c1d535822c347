import { loggingChanges } from "../organisation/logging";
import { userSession } from "../sessions/user-session";
import { recordUpdateLogging } from "../trail/update-cluster-config";
import { type Scene, userIn } from "./scene";

/** UpdateClusterConfig by Terraform: the event tells since when a log type is off. */
export function loggingIsChanged(scene: Scene): void {
  for (const cluster of scene.clusters)
    for (const change of loggingChanges(cluster, scene.day)) {
      const by = userSession(userIn(scene, "terraform"), cluster.region);
      scene.book.events.push(recordUpdateLogging(by, { ...change, cluster }));
    }
}

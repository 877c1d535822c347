import { HOUR, MINUTE } from "../calendar";
import { listed } from "../organisation/mapping";
import { roleSession } from "../sessions/role-session";
import { checkToken } from "./check-token";
import { chanceFor, openKey, roleIn, type Scene } from "./scene";

/** A partner's pipeline comes with a role of the account beside: that account's trail has its STS event. */
export function partnersDeploy(scene: Scene): void {
  const chance = chanceFor(scene, "partner");
  if (!chance.happens(0.6)) return;
  const atMs = scene.startMs + chance.int(10 * HOUR, 16 * HOUR);
  const session = roleSession({
    role: roleIn(scene, "partner-deploy"),
    sessionName: "release-train",
    accessKeyId: openKey(scene, "partner"),
    createdMs: atMs - MINUTE,
    region: scene.team.region,
    person: "partner-deploy/release-train",
    ip: "192.0.2.201",
    agent: "aws-cli/2.31.18",
  });
  const outcome = listed("partner:release-train", ["deployers"]);
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs,
    session,
    story: "other account",
    outcome,
  });
}

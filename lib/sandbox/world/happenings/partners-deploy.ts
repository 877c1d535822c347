import { HOUR, MINUTE } from "../calendar";
import { listed } from "../organisation/mapping";
import { checkToken } from "./check-token";
import { chanceFor, type Scene } from "./scene";
import { takeByToken } from "./take-by-token";

const GITLAB = {
  issuer: "gitlab.com",
  subject: "project_path:partner/release:ref_type:branch:ref:main",
  ip: "192.0.2.201",
  agent: "aws-cli/2.31.18 md/awscrt#0.27.6 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.13.7",
};

/** A partner's pipeline comes with a role of the account beside: that account's trail has its STS events. */
export function partnersDeploy(scene: Scene): void {
  const chance = chanceFor(scene, "partner");
  if (!chance.happens(0.6)) return;
  const atMs = scene.startMs + chance.int(10 * HOUR, 16 * HOUR);
  const taken = { role: "partner-deploy", sessionName: "release-train", timeMs: atMs - MINUTE };
  checkToken(scene, {
    cluster: scene.team.clusters.prod,
    atMs,
    session: takeByToken(scene, GITLAB, taken),
    story: "other account",
    outcome: listed("partner:release-train", ["deployers"]),
  });
}

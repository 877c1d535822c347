import { MINUTE, SECOND } from "../calendar";
import { type Chance, createChance } from "../chance";
import { entry, entryUsername, listed } from "../organisation/mapping";
import { VENDOR_ACCOUNT } from "../organisation/places";
import { roleSession } from "../sessions/role-session";
import { recordAssumeRoleAbroad, recordServiceAssumeRole } from "../trail/assume-role";
import { recordAnywhereSession } from "../trail/roles-anywhere";
import { checkToken } from "./check-token";
import { chanceFor, officeHour, openKey, recordHop, roleIn, type Scene } from "./scene";

/** Who comes from outside of the organisation's accounts. */
export function outsidersCome(scene: Scene): void {
  const chance = chanceFor(scene, "outsiders");
  buildsWithCertificate(scene, chance);
  if (scene.day % 3 === 2) vendorHelps(scene, chance);
}

/** A machine in the company's own hall shows a certificate: IAM Roles Anywhere takes the role for it. */
function buildsWithCertificate(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const subject = `CN=build-7.${scene.team.prefix}example.com`;
  const serial = createChance(`${scene.seed}/serial`).hex(32);
  const at = { ip: "192.0.2.77", agent: "aws_signing_helper/1.7.1 (linux; amd64)" };
  const role = roleIn(scene, "build-agent");
  const accessKeyId = openKey(scene, `anywhere/${timeMs}`);
  const taken = {
    role,
    region: scene.team.region,
    sessionName: serial,
    accessKeyId,
    timeMs,
    key: accessKeyId,
  };
  const asked = recordHop(scene, recordAnywhereSession({ subject, serial, ...at }, taken));
  const request = { durationSeconds: 3600, sourceIdentity: subject };
  const hop = recordHop(scene, recordServiceAssumeRole("rolesanywhere.amazonaws.com", taken, request));
  checkToken(scene, {
    cluster: scene.team.clusters.staging,
    atMs: timeMs + 5 * SECOND,
    session: roleSession({
      ...taken,
      ...at,
      createdMs: timeMs,
      origin: { kind: "workload", name: subject },
      chain: [asked, hop],
      context: { sourceIdentity: subject },
    }),
    story: "certificate",
    outcome: entry(entryUsername(role, serial), ["deployers"]),
  });
}

/** A vendor takes a role from an account whose trail nobody here reads: its own record says little of who it was. */
function vendorHelps(scene: Scene, chance: Chance): void {
  const timeMs = officeHour(scene, chance);
  const sessionName = `ticket-${chance.digits(5)}`;
  const { region } = scene.team;
  const vendorRole = {
    accountId: VENDOR_ACCOUNT,
    name: "support-engineer",
    path: "/",
    id: "AROAEXAMPLEVENDOREN01",
  };
  const by = roleSession({
    role: vendorRole,
    sessionName: "pat",
    accessKeyId: openKey(scene, `vendor/${timeMs}`),
    createdMs: timeMs - 20 * MINUTE,
    region,
    origin: { kind: "person", name: "pat", isRecorded: false },
    ip: "198.51.100.201",
    agent: "aws-cli/2.31.18",
  });
  const role = roleIn(scene, "vendor-support");
  const accessKeyId = openKey(scene, `vendor-support/${timeMs}`);
  const taken = { role, region, sessionName, accessKeyId, timeMs, key: accessKeyId };
  const hop = recordHop(scene, recordAssumeRoleAbroad(by, taken, { externalId: "support-contract-7" }));
  const { origin, ip, agent } = by;
  checkToken(scene, {
    cluster: scene.team.clusters.dev,
    atMs: timeMs + MINUTE,
    session: roleSession({ ...taken, createdMs: timeMs, origin, chain: [hop], ip, agent }),
    story: "vendor",
    outcome: listed(`vendor:${sessionName}`, ["viewers"]),
  });
}

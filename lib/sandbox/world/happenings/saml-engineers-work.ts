import { HOUR, isWorkday, MINUTE } from "../calendar";
import { entry, entryUsername, listed } from "../organisation/mapping";
import type { Role } from "../organisation/roles";
import { mailNameOf } from "../organisation/team-names";
import { roleSession } from "../sessions/role-session";
import type { Session } from "../sessions/session";
import { recordCustomerSaml, type SamlSubject } from "../trail/federated-sign-in";
import { checkToken } from "./check-token";
import { chanceFor, openKey, recordHop, roleIn, type Scene } from "./scene";
import { chainRole } from "./take-role";

const IDP = {
  provider: "ExampleIdP",
  issuer: "http://idp.example.com/exk1fxe3q8EXAMPLE",
  ip: "203.0.113.171",
  agent: "aws-sdk-go/1.55.5 (go1.22.5; darwin; arm64) saml2aws/2.36.18",
};

/** An engineer of a bought company: her own SAML provider, no Identity Center; aws-auth names her by her raw session name. */
export function samlEngineersWork(scene: Scene): void {
  const chance = chanceFor(scene, "saml");
  if (!isWorkday(scene.day)) return;
  const { number, clusters } = scene.team;
  const email = `${number === 0 ? "grace" : mailNameOf(number, 6)}@example.com`;
  const subject = { ...IDP, email };
  for (const hour of [8, 11, 14]) {
    const timeMs = scene.startMs + hour * HOUR + chance.int(0, 2 * HOUR);
    const { session, issuer } = signInAtIdp(scene, subject, timeMs);
    const cluster = chance.pick([clusters.prod, clusters.staging]);
    const outcome =
      cluster === clusters.prod
        ? listed(`saml:${email}`, ["developers"])
        : entry(entryUsername(issuer, email), ["developers"]);
    for (const wait of [MINUTE, 9 * MINUTE])
      checkToken(scene, {
        cluster,
        atMs: timeMs + wait + chance.int(0, MINUTE),
        session,
        story: "SAML",
        outcome,
      });
  }
  takesToolbox(scene, signInAtIdp(scene, subject, scene.startMs + 17 * HOUR + chance.int(0, HOUR)));
}

/** With session tags, and under a name that a library made up: the source identity still tells who it is. */
function takesToolbox(scene: Scene, { session: by, timeMs: signedInMs }: SignedIn): void {
  const timeMs = signedInMs + 2 * MINUTE;
  const tags = [{ key: "Project", value: "ledger" }];
  const sessionName = `botocore-session-${Math.floor(timeMs / 1000)}`;
  const request = { tags, transitiveTagKeys: ["Project"] };
  checkToken(scene, {
    cluster: scene.team.clusters.dev,
    atMs: timeMs + 1_100,
    session: chainRole(scene, by, { role: "toolbox", sessionName, timeMs, request }),
    story: "session tags",
    outcome: listed(`toolbox:${sessionName}`, ["developers"]),
  });
}

interface SignedIn {
  readonly session: Session;
  readonly issuer: Role;
  readonly timeMs: number;
}

function signInAtIdp(scene: Scene, subject: SamlSubject, timeMs: number): SignedIn {
  const { email, ip, agent } = subject;
  const role = roleIn(scene, "saml-engineer");
  const accessKeyId = openKey(scene, `idp/${timeMs}`);
  const { region } = scene.team;
  const taken = { role, region, sessionName: email, accessKeyId, timeMs, key: accessKeyId };
  const hop = recordHop(scene, recordCustomerSaml(subject, taken));
  const origin = { kind: "person", name: email } as const;
  const context = { sourceIdentity: email };
  const session = roleSession({ ...taken, createdMs: timeMs, origin, chain: [hop], ip, agent, context });
  return { session, issuer: role, timeMs };
}

import { HOUR, isWorkday, MINUTE, SECOND } from "../calendar";
import type { Chance } from "../chance";
import type { Cluster } from "../organisation/clusters";
import { entry, entryUsername } from "../organisation/mapping";
import type { Person } from "../organisation/people";
import { roleSession } from "../sessions/role-session";
import type { Session } from "../sessions/session";
import { recordCallerIdentity } from "../trail/caller-identity";
import { recordDescribeCluster } from "../trail/describe-cluster";
import { recordSamlSignIn } from "../trail/federated-sign-in";
import { recordPortal } from "../trail/portal";
import { onBehalfOfAt } from "../trail/portal-user";
import { globalSts, regionalSts } from "../trail/sts-host";
import { checkToken } from "./check-token";
import { chanceFor, openKey, recordHop, roleIn, type Scene } from "./scene";
import { chainRole } from "./take-role";

/** People sign in through Identity Center, fetch a kubeconfig and run kubectl; fewer on a weekend. */
export function peopleWork(scene: Scene): void {
  for (const person of scene.team.people) {
    const chance = chanceFor(scene, `person/${person.email}`);
    const clusters = scene.clusters.filter((cluster) => person.mappings[cluster.stage]);
    if (clusters.length === 0 || !chance.happens(isWorkday(scene.day) ? 0.92 : 0.25)) continue;
    const startMs = scene.startMs + chance.int(6 * HOUR, 10 * HOUR);
    const session = signIn(scene, person, startMs);
    const rounds = chance.int(2, 4);
    for (let round = 0; round < rounds; round++) {
      const cluster = chance.pick(clusters);
      const atMs = startMs + MINUTE + round * 100 * MINUTE + chance.int(0, 90 * MINUTE);
      workOnCluster(scene, { person, session, cluster, atMs, chance });
    }
  }
  takesBreakGlass(scene);
}

/** The person signs in at the portal, which takes the role by SAML; the key that the person gets is another one (facts: AWS §4.5). */
export function signIn(scene: Scene, person: Person, timeMs: number): Session {
  const { role } = person;
  const { region } = scene.team;
  const label = `${person.email}/${timeMs}`;
  const issued = openKey(scene, `saml/${label}`);
  const taken = { role, region, sessionName: person.email, accessKeyId: issued, timeMs, key: issued };
  const call = { person, role, timeMs, key: issued };
  const portal = recordPortal(call).map((event) => recordHop(scene, event));
  const saml = recordHop(scene, recordSamlSignIn(person, taken));
  return roleSession({
    role,
    sessionName: person.email,
    accessKeyId: openKey(scene, `sso/${label}`),
    createdMs: timeMs,
    region,
    origin: { kind: "person", name: person.email },
    chain: [...portal, saml],
    ip: person.ip,
    agent: person.agent,
    global: person.global,
    identity: onBehalfOfAt(person, timeMs),
  });
}

interface Round {
  readonly person: Person;
  readonly session: Session;
  readonly cluster: Cluster;
  readonly atMs: number;
  readonly chance: Chance;
}

function workOnCluster(scene: Scene, round: Round): void {
  const { session, cluster, chance } = round;
  let atMs = round.atMs;
  if (chance.happens(0.4)) fetchKubeconfig(scene, round);
  const checks = chance.int(2, 4);
  for (let check = 0; check < checks; check++) {
    const outcome = round.person.mappings[cluster.stage] ?? null;
    checkToken(scene, { cluster, atMs, session, story: "person", outcome });
    if (chance.happens(0.2)) askWhoIAm(scene, session, atMs + chance.int(-1500, 1900));
    atMs += chance.int(2 * MINUTE, 16 * MINUTE);
  }
}

/** `aws eks update-kubeconfig`, shortly before. */
function fetchKubeconfig(scene: Scene, round: Round): void {
  const timeMs = round.atMs - round.chance.int(8 * SECOND, 50 * SECOND);
  const call = { timeMs, cluster: round.cluster, key: `kubeconfig/${round.session.accessKeyId}` };
  scene.book.events.push(recordDescribeCluster(round.session, call));
}

/** The person's own `aws sts get-caller-identity`: same key and second, but his own agent and address. */
export function askWhoIAm(scene: Scene, session: Session, timeMs: number): void {
  scene.book.events.push(
    recordCallerIdentity({
      timeMs,
      session,
      host: session.global ? globalSts(session.region) : regionalSts(session.region),
      key: `whoami/${session.accessKeyId}`,
      precise: true,
      agent: `${session.agent} md/command#sts.get-caller-identity`,
    }),
  );
}

/** `aws eks get-token --role-arn …`: the person is then only in the AssumeRole event. */
function takesBreakGlass(scene: Scene): void {
  const chance = chanceFor(scene, "break-glass");
  const person = chance.pick(scene.team.people.filter((one) => one.role.name.includes("PlatformAdmin")));
  const signedInMs = scene.startMs + chance.int(8 * HOUR, 17 * HOUR);
  const own = signIn(scene, person, signedInMs);
  for (let turn = 0; turn < 2; turn++) {
    const timeMs = signedInMs + (turn * 20 + 1) * MINUTE + chance.int(0, 10 * MINUTE);
    const taken = { role: "break-glass", sessionName: "EKSGetTokenAuth", timeMs };
    const chained = chainRole(scene, own, taken);
    const outcome = entry(entryUsername(roleIn(scene, "break-glass"), "EKSGetTokenAuth"));
    for (const wait of [700, 4 * MINUTE, 9 * MINUTE].slice(0, 2 + turn))
      checkToken(scene, {
        cluster: scene.team.clusters.prod,
        atMs: timeMs + wait,
        session: chained,
        story: "role chaining",
        outcome,
      });
  }
}

/** A person's session takes another role, under the person's own name. */
export function asRole(scene: Scene, person: Person, taken: { role: string; timeMs: number }): Session {
  const by = signIn(scene, person, taken.timeMs - 4 * MINUTE);
  return chainRole(scene, by, { ...taken, sessionName: person.email });
}

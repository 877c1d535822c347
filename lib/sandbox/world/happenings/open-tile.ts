import type { Person } from "../organisation/people";
import { roleSession } from "../sessions/role-session";
import type { Session } from "../sessions/session";
import { recordSamlSignIn } from "../trail/federated-sign-in";
import { recordTile } from "../trail/portal";
import { onBehalfOfAt } from "../trail/portal-user";
import { openKey, recordHop, type Scene } from "./scene";

/** The person opens the console by a tile of the portal. The keys that the console then uses are given out by no event. */
export function openTile(scene: Scene, person: Person, timeMs: number): Session {
  const { role, email, ip, agent } = person;
  const label = `${email}/${timeMs}`;
  const issued = openKey(scene, `tile/${label}`);
  const taken = {
    role,
    region: scene.team.region,
    sessionName: email,
    accessKeyId: issued,
    timeMs,
    key: issued,
  };
  const portal = recordTile({ person, role, timeMs, key: issued }).map((event) => recordHop(scene, event));
  const saml = recordHop(scene, recordSamlSignIn(person, taken));
  return roleSession({
    ...taken,
    accessKeyId: openKey(scene, `console/${label}`),
    createdMs: timeMs,
    origin: { kind: "person", name: email },
    chain: [...portal, saml],
    ip,
    agent,
    identity: onBehalfOfAt(person, timeMs),
  });
}

import { recordHop, type Scene } from "@/lib/sandbox/world/happenings/scene";
import { roleSession } from "@/lib/sandbox/world/sessions/role-session";
import type { Session } from "@/lib/sandbox/world/sessions/session";
import { userSession } from "@/lib/sandbox/world/sessions/user-session";
import { recordAssumeRole } from "@/lib/sandbox/world/trail/assume-role";

/** Which of the day's callers it is, and when he comes. */
export interface Turn {
  readonly nth: number;
  readonly atMs: number;
}

const IP = "192.0.2.66";
const AGENT = "aws-cli/2.31.18";

/** Credentials of a role whose name, and its session's, are texts. Nobody recorded how they were issued. */
export function hostileSession({ team }: Scene, turn: Turn, take: () => string): Session {
  const taken = { ...takenOf(turn, { name: take(), sessionName: take() }, team), region: team.region };
  return roleSession({ ...taken, origin: { kind: "person", name: taken.sessionName }, ip: IP, agent: AGENT });
}

/** Credentials of a plain role, which a user took whose name and agent are texts. */
export function chainedSession(scene: Scene, turn: Turn, take: () => string): Session {
  const { accountId, region } = scene.team;
  const number = numberOf(turn);
  const user = { accountId, path: "/", ip: IP, name: take(), agent: take(), global: false, mappings: {} };
  const keys = { id: `AIDAEXAMPLEHOST${number}`, accessKeyId: `AKIAEXAMPLEHS${number}` };
  const by = userSession({ ...user, ...keys }, region);
  const names = { name: `hostile-${number}`, sessionName: `caller-${number}` };
  const taken = { ...takenOf(turn, names, scene.team), region };
  const chain = [recordHop(scene, recordAssumeRole(by, taken))];
  return roleSession({ ...taken, origin: by.origin, chain, ip: IP, agent: AGENT });
}

function takenOf(
  turn: Turn,
  { name, sessionName }: { readonly name: string; readonly sessionName: string },
  { accountId }: Scene["team"],
) {
  const number = numberOf(turn);
  const accessKeyId = `ASIAEXAMPLEHS${number}`;
  const timeMs = turn.atMs - 60_000;
  const role = { accountId, name, path: "/", id: `AROAEXAMPLEHOST${number}` };
  return { role, sessionName, accessKeyId, timeMs, createdMs: timeMs, key: accessKeyId };
}

function numberOf({ nth }: Turn): string {
  return String(nth).padStart(6, "0");
}

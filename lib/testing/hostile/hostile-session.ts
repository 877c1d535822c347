import type { Team } from "@/lib/sandbox/world/create-team";
import { roleSession } from "@/lib/sandbox/world/sessions/role-session";
import type { Session } from "@/lib/sandbox/world/sessions/session";

/** Credentials of a role whose name, session and agent are texts that somebody chose. Of an account that is the team's. */
export function hostileSession(
  { accountId, region }: Team,
  { nth, atMs }: { readonly nth: number; readonly atMs: number },
  take: () => string,
): Session {
  const number = String(nth).padStart(6, "0");
  const name = take();
  const sessionName = take();
  return roleSession({
    role: { accountId, name, path: "/", id: `AROAEXAMPLEHOST${number}` },
    sessionName,
    accessKeyId: `ASIAEXAMPLEHS${number}`,
    createdMs: atMs - 60_000,
    region,
    origin: { kind: "person", name: sessionName },
    ip: "192.0.2.66",
    agent: take(),
    context: { sourceIdentity: sessionName },
  });
}

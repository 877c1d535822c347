import type { Attempt } from "../correlate/attempt";
import { isEmail } from "../correlate/caller-class";
import { roleNameOf } from "../identity/principal";

/** A name to show, and whether whoever came chose it. */
export interface ShownName {
  readonly text: string;
  readonly claimed: boolean;
}

/**
 * What to call the one who came: a person by user name or e-mail, an IAM user by name, a node `i-…`, AWS by its
 * Kubernetes username, anybody else `role/session`; "unknown" if the log names nobody.
 */
export function displayName(attempt: Attempt): string {
  return nameOf(attempt).text;
}

/** What of an attempt, or of a request, a name is made of. */
type Named = Pick<Attempt, "class" | "caller" | "kubernetes">;

export function nameOf(attempt: Named): ShownName {
  const { caller, kubernetes } = attempt;
  if (attempt.class === "aws" && kubernetes) return { text: kubernetes.username, claimed: false };
  if (attempt.class === "node") return { text: nodeName(attempt), claimed: false };
  if (caller === null) return { text: "unknown", claimed: false };
  if (attempt.class === "root")
    return { text: `root of ${caller.accountId ?? "an unknown account"}`, claimed: false };
  const role = roleNameOf(caller.canonicalArn ?? "");
  const session = caller.sessionName;
  if (!session) return { text: role || caller.uniqueId || "unknown", claimed: false };
  // Identity Center writes the session name itself; any other role's is the caller's word.
  if (role.startsWith("AWSReservedSSO_")) return { text: session, claimed: false };
  return { text: isEmail(session) ? session : `${role}/${session}`, claimed: true };
}

function nodeName({ caller, kubernetes }: Named): string {
  const username = kubernetes?.username ?? "";
  if (username.startsWith("system:node:fargate-")) return username.slice("system:node:".length);
  return caller?.sessionName || username.slice("system:node:".length) || "unknown";
}

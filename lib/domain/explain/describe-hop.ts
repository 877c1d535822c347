import type { Hop } from "../correlate/chain/chain";
import { readPrincipal } from "../identity/principal";

/** What it means for who was who. */
export function describeHop({ kind, issued }: Pick<Hop, "kind" | "issued">): string {
  if (kind === "user-authentication") return "signed in to Identity Center";
  if (kind === "create-token") return "got a token for the AWS access portal";
  if (kind === "get-role-credentials") return "fetched a role's credentials from the portal";
  if (kind === "federate") return "opened the console from the portal";
  if (kind === "roles-anywhere") return "showed a certificate to IAM Roles Anywhere";
  if (kind === "pod-identity") return "the node's agent asked for a pod's credentials";
  if (kind === "oauth-token") return "went on from the browser in a terminal";
  if (kind === "console-login") return "signed in to the console";
  const principal = issued?.arn ? readPrincipal(issued.arn) : null;
  if (principal === null) return "got temporary credentials";
  if (principal.type === "FEDERATED_USER") return `became federated user ${principal.name}`;
  return `took role ${principal.name}, session ${principal.sessionName ?? ""}`;
}

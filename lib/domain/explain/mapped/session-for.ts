import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { readPrincipal } from "../../identity/principal";

/** What somebody wants to come in as. */
export type WantedIdentity =
  | { readonly kind: "username"; readonly name: string }
  | { readonly kind: "group"; readonly name: string };

/** A session of a role: by its name, any of them, or one whose name is an instance's id. */
export type FittingSession =
  | { readonly kind: "any" | "instance" }
  | { readonly kind: "named"; readonly name: string };

/** The session with which an entry gives a wanted identity; null = no session does. Text is compared, nothing is guessed. */
export function sessionFor(
  { arn, username, groups }: MappingEntry,
  wanted: WantedIdentity,
): FittingSession | null {
  const accountId = readPrincipal(arn)?.accountId ?? "";
  const templates = wanted.kind === "username" ? [username] : groups;
  for (const template of templates) {
    const found = solve(template.replaceAll("{{AccountID}}", accountId), wanted.name);
    if (found !== null) return found;
  }
  return null;
}

const SESSION = /\{\{(SessionNameRaw|SessionName|EC2PrivateDNSName|AccessKeyID)\}\}/;
/** What STS takes as a session's name. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/** A template with one variable is solved for it; with several it is only tried whether start and end fit. */
function solve(template: string, wanted: string): FittingSession | null {
  if (template === wanted) return { kind: "any" };
  const first = SESSION.exec(template);
  if (first === null) return null;
  const start = template.slice(0, first.index);
  const rest = template.slice(first.index + first[0].length);
  const isSingle = !SESSION.test(rest);
  const end = isSingle ? rest : rest.slice(rest.lastIndexOf("}}") + 2);
  const fits = wanted.length > start.length + end.length && wanted.startsWith(start) && wanted.endsWith(end);
  if (!fits) return null;
  const middle = wanted.slice(start.length, wanted.length - end.length);
  if (first[1] === "EC2PrivateDNSName") return { kind: "instance" };
  if (!isSingle || first[1] === "AccessKeyID") return { kind: "any" };
  // `{{SessionName}}` never holds an @: a wanted one cannot come of it.
  const cannot = first[1] === "SessionName" && middle.includes("@");
  return !cannot && SESSION_NAME.test(middle) ? { kind: "named", name: middle } : null;
}

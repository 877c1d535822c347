import type { ChangeKind, ConfigurationChange } from "./configuration-change";

const KINDS: Readonly<Record<ChangeKind, string>> = {
  created: "was made",
  changed: "was changed",
  removed: "was removed",
  written: "",
  broken: "could not be read by the authenticator",
};

/** What changed, as the beginning of a line. */
export function changeTitle({ kind, part, key }: Pick<ConfigurationChange, "kind" | "part" | "key">): string {
  if (part === "rbac") return key === "" ? "Roles and bindings were changed" : `${key} (role-based access)`;
  if (kind === "broken") return "A part of aws-auth could not be read by the authenticator";
  return `${subjectOf(part, key)} ${KINDS[kind]}`;
}

function subjectOf(part: ConfigurationChange["part"], key: string): string {
  if (part === "aws-auth") return "aws-auth";
  if (part === "mode") return "The authentication mode";
  if (part === "access-entry") return `The access entry of ${nameOf(key)}`;
  const [principal = "", policy = ""] = key.split(" ");
  return part === "access-policy" ? `Access policy ${nameOf(policy)} of ${nameOf(principal)}` : part;
}

/** The last part of an ARN; the whole of it stands below. */
function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

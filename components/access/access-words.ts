import type { AuthenticationMode } from "@/lib/domain/explain/mapping/back-end-modes";
import type { Severity } from "@/lib/domain/explain/findings/finding-kind";
import type {
  ChangeKind,
  ConfigurationChange,
} from "@/lib/domain/summarize/configuration/configuration-change";
import type { ReadPart } from "@/lib/domain/summarize/configuration/configuration-reading";

export const MODE_WORDS: Readonly<Record<AuthenticationMode, string>> = {
  CONFIG_MAP: "aws-auth alone decides, beside AWS's hidden entries (mode CONFIG_MAP).",
  API_AND_CONFIG_MAP:
    "Access entries decide, then aws-auth for whoever has none, beside AWS's hidden entries (mode API_AND_CONFIG_MAP).",
  API: "Access entries alone decide, beside AWS's hidden entries; aws-auth is not read (mode API).",
};

export const READ_PART_WORDS: Readonly<Record<ReadPart, string>> = {
  mode: "Authentication mode",
  accessEntries: "Access entries",
  awsAuth: "aws-auth",
  rbac: "Roles and bindings",
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: "✕ Error",
  warning: "⚠ Warning",
  note: "• Note",
};

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

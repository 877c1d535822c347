import type { AuthenticationMode } from "@/lib/domain/explain/mapping/back-end-modes";
import type { Severity } from "@/lib/domain/explain/findings/finding-kind";
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

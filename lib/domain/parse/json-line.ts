import type { LogfmtResult } from "./logfmt";

export type JsonLineResult =
  | Extract<LogfmtResult, { ok: false }>
  | (Extract<LogfmtResult, { ok: true }> & { readonly groups?: readonly string[] });

/**
 * A line of logrus's JSONFormatter (self-hosted authenticators only) as the pairs its text form would hold: lists
 * print as `[a b]`, null lists as `[]` (facts: authenticator §1.1). `groups` keeps the list apart, since text cannot.
 */
export function parseJsonLine(text: string): JsonLineResult {
  const value = parseObject(text);
  if (value === null) {
    return { ok: false, reject: { position: 0, code: "not-json", message: "starts like JSON and is none" } };
  }
  const pairs: string[] = [];
  for (const [key, field] of Object.entries(value)) pairs.push(key, printed(key, field));
  const groups = value.groups;
  return Array.isArray(groups) ? { ok: true, pairs, groups: groups.map(String) } : { ok: true, pairs };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function printed(key: string, field: unknown): string {
  if (typeof field === "string") return field;
  if (Array.isArray(field)) return `[${field.map((item) => printed("", item)).join(" ")}]`;
  if (field === null) return key === "groups" ? "[]" : "<nil>";
  return key === "sso" && typeof field === "object" ? printedSso(field) : JSON.stringify(field);
}

/** Go prints the struct `{permissionSetName accountID partition}`. */
function printedSso(field: object): string {
  const sso = field as { permissionSetName?: unknown; accountID?: unknown; partition?: unknown };
  return `{${[sso.permissionSetName, sso.accountID, sso.partition].map((part) => part ?? "").join(" ")}}`;
}

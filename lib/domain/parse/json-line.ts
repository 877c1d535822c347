import { findJsonError } from "./find-json-error";
import { findValueEnd, membersOf } from "./json-bounds";
import { isObject, type JsonObject, textOf } from "./json-fields";
import type { LogfmtResult } from "./logfmt";
import { parseJson } from "./parse-json";

export type JsonLineResult =
  | Extract<LogfmtResult, { ok: false }>
  | (Extract<LogfmtResult, { ok: true }> & { readonly groups?: readonly string[] });

/**
 * A line of logrus's JSONFormatter (self-hosted authenticators only) as the pairs its text form would hold: lists
 * print as `[a b]`, null lists as `[]`; a repeated key is kept as a pair of its own (facts: authenticator §1.1).
 * `groups` keeps the first list of that name apart, since text cannot.
 */
export function parseJsonLine(text: string): JsonLineResult {
  if (!parseJson(text).ok) return { ok: false, reject: notJson(text) };
  const pairs: string[] = [];
  let groups: readonly string[] | undefined;
  for (const member of membersOf(text, 0)) {
    const key: string = JSON.parse(`"${member.key}"`);
    const json = text.slice(member.from, findValueEnd(text, member.from));
    const value: unknown = JSON.parse(json);
    pairs.push(key, printed(key, value) ?? json);
    if (key === "groups" && Array.isArray(value) && value.every(isPlain)) groups ??= value.map(String);
  }
  return groups === undefined ? { ok: true, pairs } : { ok: true, pairs, groups };
}

function notJson(text: string) {
  const error = findJsonError(text);
  const message = error?.message ?? "starts like JSON and is none";
  return { position: error?.position ?? 0, code: "not-json", message } as const;
}

/** As Go's `fmt.Sprint` prints what the authenticator logs; null for what it never logs. */
function printed(key: string, value: unknown): string | null {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.every(isPlain) ? `[${value.join(" ")}]` : null;
  if (value === null) return key === "groups" ? "[]" : "<nil>";
  return key === "sso" && isObject(value) ? printedSso(value) : null;
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Go prints the struct `{permissionSetName accountID partition}`. */
function printedSso(sso: JsonObject): string {
  const parts = [sso.permissionSetName, sso.accountID, sso.partition];
  return `{${parts.map((part) => textOf(part) ?? "").join(" ")}}`;
}

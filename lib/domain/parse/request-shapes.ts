import type { AuthenticatorEvent } from "./authenticator-record";
import { splitGroups } from "./groups";

/** Values as printed, from 1 on; undefined where this version of the authenticator prints no such field. */
export type ShapeMatch = readonly (string | undefined)[];

/** One message with its fields in logrus's order. */
export interface RequestShape {
  readonly level: string;
  readonly msg: string;
  /** Keys in the order of the line: the value of `keys[i]` is group i + 2, behind the time. */
  readonly keys: readonly string[];
  /**
   * Matches the whole line. Built of literal text and of runs that cannot hold the character behind them, so there is
   * one way at most to match: no input makes it go back.
   */
  readonly pattern: RegExp;
  readonly toEvent: (match: ShapeMatch) => AuthenticatorEvent;
}

const QUOTED = '"([^"\\\\]*)"';
const BARE = '([^"\\x00-\\x20]*)';
const EITHER = '("[^"\\\\]*"|[^"\\x00-\\x20]*)';
const VALUES: ReadonlyMap<string, string> = new Map([
  ["accesskeyid", BARE],
  ["accountid", BARE],
  ["stsendpoint", BARE],
  ["session", EITHER],
  ["userid", EITHER],
  ["username", EITHER],
  ["method", "(POST)"],
  ["path", "(/authenticate)"],
]);

// The request lines of all versions; `?` marks what only some versions print (facts: authenticator §1.2).

export const stsResponseShape: RequestShape = {
  ...shapeOf(
    "info",
    "STS response",
    "accesskeyid? accountid arn client method path session stsendpoint? userid",
  ),
  toEvent: (match) => ({
    type: "sts-response",
    client: match[5] ?? null,
    arn: match[4] ?? "",
    accountId: match[3] ?? null,
    userId: unquoted(match[10]),
    sessionName: unquoted(match[8]),
    accessKeyId: match[2] || null,
    stsEndpoint: match[9] ?? null,
  }),
};

export const grantedShape: RequestShape = {
  ...shapeOf("info", "access granted", "arn? client groups method path stsendpoint? uid username"),
  toEvent: (match) => ({
    type: "access-granted",
    client: match[3] ?? null,
    arn: match[2] ?? null,
    username: unquoted(match[9]),
    groups: splitGroups(match[4] ?? ""),
    uid: match[8] ?? "",
    stsEndpoint: match[7] ?? null,
  }),
};

export const deniedShape: RequestShape = {
  ...shapeOf("warning", "access denied", "arn? client error method path"),
  toEvent: (match) => ({
    type: "access-denied",
    client: match[3] ?? null,
    arn: match[2] ?? null,
    error: match[4] ?? "",
    stsEndpoint: null,
  }),
};

/** The text of a value that may be printed either way. */
export function unquoted(value: string | undefined): string {
  if (value === undefined) return "";
  return value.charCodeAt(0) === 34 ? value.slice(1, -1) : value;
}

function shapeOf(level: string, msg: string, fields: string): Omit<RequestShape, "toEvent"> {
  const names = fields.split(" ");
  const patterns = names.map((name) => {
    const key = name.replace("?", "");
    const field = ` ${key}=${VALUES.get(key) ?? QUOTED}`;
    return key === name ? field : `(?:${field})?`;
  });
  const pattern = new RegExp(`^time="([^"\\\\]{20})" level=${level} msg="${msg}"${patterns.join("")}$`);
  return { level, msg, keys: names.map((name) => name.replace("?", "")), pattern };
}

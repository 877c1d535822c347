import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { readPathName } from "../parameters/read-path-name";

/** Where the page of an identity is. Slashes stand in the path as they are; see toPathValue. */
export function identityPath({ kind, value }: IdentityRef): string {
  return `/identities/${kind}/${toPathValue(value)}`;
}

/** Where the API tells of it. */
export function identityApiPath({ kind, value }: IdentityRef): string {
  return `/api/v1/identities/${kind}:${toPathValue(value)}`;
}

/**
 * What a path cannot carry, or what a router and the guard before it might read differently: empty and dotted segments,
 * the backslash, NUL, and the sign that escapes them.
 */
const UNSAFE = /[~\\\0]|^\/|\/$|\/(?=\/)|(?<=^|\/)\.{1,2}(?=\/|$)/g;

/** Half a character: no URL can carry it. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** A value as the end of a path: percent-encoded but for slashes; what a path cannot carry as `~` and two hex digits. */
export function toPathValue(value: string): string {
  const safe = value.replace(LONE_SURROGATE, "\ufffd").replace(UNSAFE, escapeAll);
  return safe.split("/").map(encodeURIComponent).join("/");
}

function escapeAll(text: string): string {
  return [...text].map((char) => `~${char.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");
}

/** The value that the segments of a path stand for. Total: what cannot be decoded stays as it is. */
export function fromPathSegments(segments: readonly string[]): string {
  return segments
    .map(readPathName)
    .join("/")
    .replace(/~([0-9a-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

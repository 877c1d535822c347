import { readGoString } from "../go-string";
import type { Meaning } from "./meaning";
import { readValue } from "./read-value";
import type { Reading } from "./reading";

/** `… is forbidden: User "NAME" cannot …`, as the API server quotes it (facts: authenticator §7). null = no such message. */
export function readForbidden(text: string): Reading | null {
  const at = text.indexOf('User "');
  if (at < 0) return null;
  const quoted = readGoString(text, at + "User ".length);
  if ("code" in quoted || quoted.value === "") return null;
  const value = quoted.value;
  const isWorkload = value.startsWith("system:serviceaccount:");
  const own: Meaning = { kind: isWorkload ? "workload" : "username", value };
  return { as: "message", tiers: [[own], [{ kind: "username", value }], ...readValue(value).tiers] };
}

const NAMELESS = [
  "You must be logged in to the server",
  "has asked for the client to provide credentials",
  '"reason":"Unauthorized"',
  '"reason": "Unauthorized"',
] as const;

/** What the API server says of a token that it does not take: it names nobody. */
export function isNameless(text: string): boolean {
  return text === "Unauthorized" || NAMELESS.some((words) => text.includes(words));
}

import type { Identity } from "@/lib/ports/sessions";
import { ROLES, type Role, type Viewer } from "@/lib/ports/viewer";
import type { GroupRule } from "./sign-in-settings";

/**
 * Whom an identity is to us: `issuer|subject`, never an e-mail, which others can come to own. Of several groups the
 * highest role counts, for the clusters that it is given for; without a group that is named, the role is null.
 */
export function toViewer(identity: Identity, rules: readonly GroupRule[]): Viewer {
  const { issuer, subject, name, groups } = identity;
  const given = rules.filter(({ group }) => groups.includes(group));
  const role = highestOf(given);
  const scopes = given.filter((rule) => rule.role === role).map(({ clusters }) => clusters);
  const clusters = scopes.includes("all") ? "all" : [...new Set(scopes.flat())];
  return { kind: "person", id: `${issuer}|${subject}`, name, role, clusters };
}

function highestOf(rules: readonly GroupRule[]): Role | null {
  const ranks = rules.map(({ role }) => ROLES.indexOf(role));
  return ROLES[Math.max(-1, ...ranks)] ?? null;
}

const LONGEST_NAME = 200;
const MOST_GROUPS = 2_000;

/** The identity that claims tell; null where they name no subject. What is not text is left out. */
export function readClaims(
  issuer: string,
  claims: Readonly<Record<string, unknown>>,
  groupsClaim: string,
): Identity | null {
  const { sub: subject } = claims;
  if (typeof subject !== "string" || subject === "" || subject.length > 512) return null;
  return { issuer, subject, name: nameOf(claims) ?? subject, groups: readGroups(claims[groupsClaim]) };
}

/** A text is one group: to split it would let whoever chooses a group's name choose others. */
function readGroups(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.slice(0, MOST_GROUPS).filter((group): group is string => typeof group === "string");
}

function nameOf(claims: Readonly<Record<string, unknown>>): string | null {
  for (const key of ["preferred_username", "email", "name"]) {
    const value = claims[key];
    if (typeof value === "string" && value.trim() !== "") return value.slice(0, LONGEST_NAME);
  }
  return null;
}

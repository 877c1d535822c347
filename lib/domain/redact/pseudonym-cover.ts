import { isEmail } from "../correlate/caller-class";
import { networkOf } from "./internet-address";
import { isPublicName } from "./public-name";
import type { Cover, ValueKind } from "./value-kind";

/** Half of a chance in a million that two of a thousand names are one. */
const DIGITS = 10;
/** Tells that a role is one of Identity Center's, and nothing more. */
const PORTAL_ROLE = "AWSReservedSSO_";

/** A keyed hash of a name (HMAC-SHA-256), in lower-case hex. */
export type NameHash = (name: string) => string;

/** R2: names that are the same within one share, and mean nothing outside of it (facts: security §3.4). */
export function createPseudonymCover(hash: NameHash): Cover {
  const known = new Map<string, string>();
  const pseudonym = (kind: ValueKind, value: string) => {
    // An address and its spelling with `-` for `@` are one.
    const name = value.toLowerCase().replaceAll("@", "-");
    const digits = known.get(name) ?? hash(name).slice(0, DIGITS);
    known.set(name, digits);
    return `${kind}-${digits}`;
  };
  return {
    shaped: (kind, value) =>
      kind === "address" && networkOf(value) === null ? null : pseudonym(kind, value),
    named: (kind, value) => {
      if (value.startsWith(PORTAL_ROLE)) return PORTAL_ROLE + pseudonym("role", value);
      return pseudonym(kind, value);
    },
    keeps: isPublicName,
    variants: (kind, value) => variantsOf(kind, value).map((one) => [one, pseudonym(kind, one)]),
  };
}

/** `alice` and `alice-example.com` of an address, the permission set of a portal's role, each word of a person's name. */
function variantsOf(kind: ValueKind, value: string): readonly string[] {
  const all = isEmail(value)
    ? [value.replaceAll("@", "-"), value.slice(0, value.lastIndexOf("@"))]
    : value.startsWith(PORTAL_ROLE)
      ? [value.slice(PORTAL_ROLE.length), permissionSetOf(value)]
      : kind === "person"
        ? value.split(" ")
        : [];
  return all.filter((one) => !isPublicName(one));
}

function permissionSetOf(role: string): string {
  return role.slice(PORTAL_ROLE.length, Math.max(role.lastIndexOf("_"), PORTAL_ROLE.length));
}

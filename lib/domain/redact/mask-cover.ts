import { isEmail } from "../correlate/caller-class";
import { networkOf } from "./internet-address";
import type { Cover, ValueKind } from "./value-kind";

/** What stands for a name that only a directory tells. */
const HIDDEN_NAME = "(name hidden)";

/** R1: what may stay recognisable to those who know it, and gives nothing away (facts: security §3.4). */
export const maskCover: Cover = {
  shaped: maskShaped,
  named: (kind, value, isListed) => {
    if (kind === "account" || kind === "key" || isEmail(value)) return maskShaped(kind, value);
    if (isListed) return HIDDEN_NAME;
    return NAMES.has(kind) ? maskDashed(value) : null;
  },
  keeps: () => false,
  variants: (kind, value) => (kind === "person" && isEmail(value) ? dashedVariants(value) : []),
};

const NAMES: ReadonlySet<ValueKind> = new Set(["person", "user", "session", "role", "name"]);
const KEPT = 4;

function maskShaped(kind: ValueKind, value: string): string | null {
  if (isEmail(value)) return maskEmail(value, "@");
  if (kind === "account") return `********${lastOf(value)}`;
  if (kind === "key") return `****${lastOf(value)}`;
  if (kind === "address") return networkOf(value);
  if (kind === "node") return maskNode(value);
  return null;
}

function lastOf(value: string): string {
  return value.length > KEPT * 2 ? value.slice(-KEPT) : "";
}

/** The first letter and the domain. */
function maskEmail(value: string, sign: string): string {
  const at = value.lastIndexOf("@");
  return `${value.slice(0, 1)}***${sign}${value.slice(at + 1)}`;
}

/** Session names in usernames have `-` for `@` (facts: security §3.1). */
function dashedVariants(email: string): [string, string][] {
  return [[email.replaceAll("@", "-"), maskEmail(email, "-")]];
}

/** `ip-10-0-1-23` tells an address as well. */
function maskNode(value: string): string | null {
  if (!value.startsWith("ip-")) return null;
  return `${value.slice(0, value.lastIndexOf("-"))}-x`;
}

const NO_DOMAIN = /\.(internal|local|svc|yaml|yml|json|amazonaws\.com)$/i;

/** `alice-example.com`, where nothing tells that it was an address: all before the last dash goes. */
function maskDashed(value: string): string | null {
  const dash = value.lastIndexOf("-");
  const domain = value.slice(dash + 1);
  const isDomain = /^[A-Za-z0-9]{1,63}(\.[A-Za-z0-9]{1,63}){0,8}\.[A-Za-z]{2,24}$/.test(domain);
  if (dash < 1 || !isDomain || NO_DOMAIN.test(value)) return null;
  return `${value.slice(0, 1)}***-${domain}`;
}

/** An internet address in a text, by where it ends. */
export interface AddressFound {
  readonly end: number;
  readonly value: string;
}

const V4 = /(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![0-9A-Za-z])(?!\.\d)/y;
/** What it is made of, and one letter more than the longest has. */
const V6 = /[0-9A-Fa-f:.]{2,46}/y;

/** The address that begins at `at`; null = none does. */
export function addressAt(text: string, at: number): AddressFound | null {
  if (!/[0-9A-Fa-f:]/.test(text.charAt(at))) return null;
  V4.lastIndex = at;
  const v4 = V4.exec(text)?.[0];
  if (v4 !== undefined) return { end: at + v4.length, value: v4 };
  return text.charAt(at - 1) === ":" ? null : v6At(text, at);
}

function v6At(text: string, at: number): AddressFound | null {
  V6.lastIndex = at;
  const letters = V6.exec(text)?.[0] ?? "";
  if (!letters.includes(":")) return null;
  // A sentence may end behind it, or a port follow.
  const value = letters.replace(/\.$|(?<!:):$/, "");
  const end = at + value.length;
  return !isLetterOrDigit(text.charAt(end)) && isV6(value) ? { end, value } : null;
}

function isLetterOrDigit(letter: string): boolean {
  return /[0-9A-Za-z]/.test(letter);
}

function isV6(text: string): boolean {
  const halves = text.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const units = groups.length + (groups.at(-1)?.includes(".") ? 1 : 0);
  if (halves.length > 2 || !groups.every(isGroup)) return false;
  return halves.length === 2 ? units < 8 && groups.length > 0 : units === 8;
}

function isGroup(group: string, at: number, groups: readonly string[]): boolean {
  if (/^[0-9A-Fa-f]{1,4}$/.test(group)) return true;
  return at === groups.length - 1 && /^\d{1,3}(\.\d{1,3}){3}$/.test(group);
}

/** Its network: /24 of IPv4, /48 of IPv6 (facts: security §3.4). An address of the machine itself stays. */
export function networkOf(address: string): string | null {
  if (address === "::1" || address === "::" || address.startsWith("127.")) return null;
  const colon = address.lastIndexOf(":");
  if (address.includes(".")) {
    const three = address
      .slice(colon + 1)
      .split(".")
      .slice(0, 3);
    return `${address.slice(0, colon + 1)}${three.join(".")}.0/24`;
  }
  return `${firstGroups(address).join(":")}::/48`;
}

function firstGroups(address: string): string[] {
  const [head = "", tail = ""] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...zeros, ...after].slice(0, 3);
}

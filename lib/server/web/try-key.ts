import { isIPv6 } from "node:net";

/** By whom tries are counted: of IPv6 the network of 64 bits, for whoever has one address of it has all; of IPv4 the address. */
export function tryKey(peer: string | null): string {
  if (peer === null || !isIPv6(peer)) return peer ?? "unknown";
  const [head = "", tail] = peer.toLowerCase().split("::");
  const before = groupsOf(head);
  const after = groupsOf(tail ?? "");
  const zeros =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}

function groupsOf(text: string): string[] {
  return text
    .split(":")
    .filter((group) => group !== "")
    .map((group) => group.replace(/^0+(?=.)/, ""));
}

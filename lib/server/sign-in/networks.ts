import { BlockList, isIP } from "node:net";

/** Some networks: whether an address lies in one of them. */
export interface Networks {
  has(address: string | undefined): boolean;
}

/** A network as it is written: `10.0.0.0/8`, or an address alone, which is itself and no other; null = it is none. */
export function parseNetwork(
  text: string,
): { address: string; bits: number; family: "ipv4" | "ipv6" } | null {
  const [address = "", size, more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more !== undefined || address.includes("%")) return null;
  const longest = version === 4 ? 32 : 128;
  if (size !== undefined && !/^\d{1,3}$/.test(size)) return null;
  const bits = size === undefined ? longest : Number(size);
  return bits > longest ? null : { address, bits, family: version === 4 ? "ipv4" : "ipv6" };
}

/** Throws where one cannot be read: the config's reader has seen that each can. */
export function createNetworks(texts: readonly string[]): Networks {
  const list = new BlockList();
  for (const text of texts) {
    const network = parseNetwork(text);
    if (network === null) throw new Error(`${JSON.stringify(text)} is no network`);
    list.addSubnet(network.address, network.bits, network.family);
  }
  return {
    has: (address = "") => {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
      const version = isIP(plain);
      return version !== 0 && list.check(plain, version === 4 ? "ipv4" : "ipv6");
    },
  };
}

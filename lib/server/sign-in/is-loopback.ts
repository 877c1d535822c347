import { isIP } from "node:net";

/** Whether only this machine can reach an address to listen on; a name other than localhost can lead anywhere. */
export function isLoopbackHost(host: string): boolean {
  const plain = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  if (plain === "localhost" || plain === "::1" || plain === "0:0:0:0:0:0:0:1") return true;
  const mapped = plain.replace(/^::ffff:(?=\d+\.)/, "");
  return isIP(mapped) === 4 && mapped.startsWith("127.");
}

/** Whether a URL leads to this machine: only there http will do. */
export function isLoopbackUrl(url: string): boolean {
  return isLoopbackHost(new URL(url).hostname);
}

import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Networks } from "../sign-in/networks";

/**
 * Who is at the other end: the socket's peer, or, where that is a proxy that is trusted, the last address before the
 * trusted ones that X-Forwarded-For names. null = unknown.
 */
export function clientAddress({ socket, headers }: IncomingMessage, trusted: Networks): string | null {
  const peer = plain(socket.remoteAddress ?? "");
  if (!trusted.has(peer)) return peer === "" ? null : peer;
  const told = String(headers["x-forwarded-for"] ?? "").split(",");
  for (const text of told.reverse()) {
    const address = plain(text.trim());
    if (isIP(address) === 0) return peer;
    if (!trusted.has(address)) return address;
  }
  return peer;
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/^\[(.*)\]$/, "$1");
}

import { sha256 } from "./sha-256";

const BLOCK = 64;

/** HMAC with SHA-256 of a text under a key, both as UTF-8, in lower-case hex (RFC 2104). */
export function hmacSha256(key: string, text: string): string {
  const bytes = new TextEncoder();
  return toHex(hmacOfBytes(bytes.encode(key), bytes.encode(text)));
}

function hmacOfBytes(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > BLOCK ? sha256(key) : key;
  const padded = new Uint8Array(BLOCK);
  padded.set(short);
  const inner = sha256(join(mixed(padded, 0x36), message));
  return sha256(join(mixed(padded, 0x5c), inner));
}

function mixed(bytes: Uint8Array, mask: number): Uint8Array {
  return bytes.map((byte) => byte ^ mask);
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

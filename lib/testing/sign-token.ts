import { createHmac, type KeyObject, sign } from "node:crypto";

/** A token to be checked: its header and payload as they are, signed by its `alg`, "none" with nothing. */
export function signToken(
  header: Record<string, unknown>,
  payload: unknown,
  key: KeyObject | string,
): string {
  const text = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${signatureOf(text, String(header.alg ?? "RS256"), key)}`;
}

function signatureOf(text: string, alg: string, key: KeyObject | string): string {
  if (alg.toLowerCase() === "none") return "";
  if (alg.startsWith("HS") || typeof key === "string")
    return createHmac(`sha${alg.slice(2)}`, key)
      .update(text)
      .digest("base64url");
  const hash = `sha${alg.slice(2)}`;
  const options = alg.startsWith("ES") ? { key, dsaEncoding: "ieee-p1363" as const } : key;
  return sign(hash, Buffer.from(text), options).toString("base64url");
}

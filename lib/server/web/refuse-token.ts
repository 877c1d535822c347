import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { looksLikeAwsToken, looksLikeToken } from "@/lib/domain/redact/looks-like-token";
import type { Refusal } from "./check-request";

const LARGEST_BODY = 256 * 1024;

/** What a request with a token in it is told. */
export const TOKEN_REFUSAL: Refusal = {
  status: 400,
  text: "This request holds what looks like a live token. It was refused, and nothing of it was kept or logged. Take the token out; if it has left your machine, end the session it belongs to.",
};

/** Whether the URL or a header holds what looks like a token (facts: security §3.3). Asked before anything notes the request. */
export function carriesToken({ url = "", rawHeaders }: IncomingMessage): boolean {
  if (looksLikeToken(url)) return true;
  return rawHeaders.some((text, i) => {
    if (i % 2 === 0) return looksLikeToken(text);
    const name = rawHeaders[i - 1]?.toLowerCase();
    return name === "cookie" ? looksLikeAwsToken(withoutOwnCookies(text)) : looksLikeToken(text);
  });
}

/** Ours hold what we chose, at random: it may look like anything. */
function withoutOwnCookies(cookies: string): string {
  return cookies
    .split(";")
    .filter((cookie) => !cookie.trimStart().startsWith("__Host-"))
    .join(";");
}

/**
 * Reads a body whole and puts it back, so that whoever is asked next reads it as it came. Why it is refused, or null. Rejects
 * when the client goes away.
 */
export async function readCheckedBody(request: IncomingMessage): Promise<Refusal | null> {
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (!Number.isInteger(length)) return { status: 411, text: "the length of the body is needed" };
  if (length > LARGEST_BODY) return { status: 413, text: `a body may have ${LARGEST_BODY} bytes` };
  const body = await readBytes(request, length);
  return looksLikeToken(body.toString("latin1")) ? TOKEN_REFUSAL : null;
}

/** Put back in the same turn in which its last byte is taken: the stream has not ended for anybody by then. */
async function readBytes(request: IncomingMessage, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  while (read < length) {
    const chunk = request.read() as Buffer | null;
    if (chunk === null) await once(request, "readable");
    else {
      chunks.push(chunk);
      read += chunk.length;
    }
  }
  const body = Buffer.concat(chunks);
  if (read > 0) request.unshift(body);
  return body;
}

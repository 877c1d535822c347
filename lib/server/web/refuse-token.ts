import { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { looksLikeAwsToken, looksLikeToken } from "@/lib/domain/redact/looks-like-token";
import type { Refusal } from "./check-request";

const LARGEST_BODY = 256 * 1024;

/** What a request with a token in it is told. */
export const TOKEN_REFUSAL: Refusal = {
  reason: "token",
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
 * Reads a body whole: why it is refused, or the same request with its body unread, for whoever is asked next. Rejects when
 * the client goes away.
 */
export async function readCheckedBody(request: IncomingMessage): Promise<Refusal | IncomingMessage> {
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (!Number.isInteger(length))
    return { reason: "body", status: 411, text: "the length of the body is needed" };
  if (length > LARGEST_BODY)
    return { reason: "body", status: 413, text: `a body may have ${LARGEST_BODY} bytes` };
  const body = await buffer(request);
  return looksLikeToken(body.toString("latin1")) ? TOKEN_REFUSAL : withBody(request, body);
}

/** A request of its own: Next takes none whose body was read, even if it was put back. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const unread = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(unread, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
  });
  unread.push(body);
  unread.push(null);
  unread.complete = true;
  return unread;
}

import type { IncomingMessage, ServerResponse } from "node:http";

export const LONGEST_BODY = 256 * 1024;

/**
 * Holds a request's body to 256 KiB. One that tells a longer length is not let in: gives false. One that tells none is cut
 * off where it becomes longer, with a 413.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers["content-length"] ?? 0) > LONGEST_BODY) return false;
  let length = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    length += chunk?.length ?? 0;
    if (length <= LONGEST_BODY) return push(chunk, encoding);
    cutOff(request, response);
    return false;
  };
  return true;
}

function cutOff(request: IncomingMessage, response: ServerResponse): void {
  request.push = () => false;
  if (response.headersSent) {
    request.destroy();
    return;
  }
  response.writeHead(413, { "content-type": "text/plain", connection: "close" });
  // What is still under way is not read: the answer must be out before the connection is.
  response.end("the body is too long\n", () => request.destroy());
}

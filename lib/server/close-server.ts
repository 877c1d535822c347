import type { Server } from "node:http";

const LOOK_MS = 50;

/** Takes no more connections and waits for the answers under way; after `longestMs` they are cut off. */
export async function closeServer(server: Server, longestMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), longestMs);
  // A kept-alive connection becomes idle only when its answer is out.
  const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearTimeout(cut);
  clearInterval(look);
}

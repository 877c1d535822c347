import { connect } from "node:net";

/** Sends bytes as they are to a port of 127.0.0.1, and gives all that comes back until the other side hangs up. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk;
    });
    // Whoever hangs up while something is still sent resets the connection.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(received));
  });
}

/** The status of an answer; 0 = there was none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}

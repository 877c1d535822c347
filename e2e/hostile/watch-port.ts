import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody who listens on loopback, and whom nobody may ask. */
export interface WatchedPort {
  readonly port: number;
  /** How many connections came. */
  connections(): number;
  close(): Promise<void>;
}

export async function watchPort(): Promise<WatchedPort> {
  let count = 0;
  const server: Server = createServer((_request, response) => response.end("reached"));
  server.on("connection", () => count++);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port, connections: () => count, close };
}

const HOSTS = [
  "127.0.0.1",
  "localhost",
  "LOCALHOST.",
  "127.1",
  "127.0.1",
  "0177.0.0.1",
  "0x7f.0.0.1",
  "0x7f000001",
  "2130706433",
  "017700000001",
  "0.0.0.0",
  "0",
  "[::1]",
  "[::]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[0:0:0:0:0:0:0:1]",
  "127.0.0.1.",
  "127。0。0。1",
  "①②⑦.⓪.⓪.①",
  "gatebook.example.com@127.0.0.1",
] as const;
const FORMS = [
  (place: string) => `http://${place}/`,
  (place: string) => `https://${place}/latest/meta-data/`,
  (place: string) => `//${place}/x`,
  (place: string) => `http:/\\${place}/`,
  (place: string) => `HTTP://${place}?https://sts.eu-west-1.amazonaws.com`,
  (place: string) => `http://${place}#sts.eu-west-1.amazonaws.com`,
  (place: string) => `ws://${place}/`,
  (place: string) => `s3://${place}/trail`,
  (place: string) => `gopher://${place}/_GET%20/`,
  (place: string) => `url:http://${place}`,
] as const;

/** More than two hundred ways to write where a port of this machine is. */
export function spellPort(port: number): string[] {
  return HOSTS.flatMap((host) => FORMS.map((form) => form(`${host}:${port}`)));
}

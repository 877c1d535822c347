import next from "next";
import { endWithParent, failFatally, tellParent } from "../parent-messages";
import { createFront } from "./create-front";

export interface WebSettings {
  readonly port: number;
  /** Where `.next` is. */
  readonly root: string;
}

const HOST = "127.0.0.1";

/** Next behind the front server, on loopback only. */
async function runWeb({ port, root }: WebSettings): Promise<void> {
  const closers = endWithParent();
  const app = next({ dev: false, dir: root, hostname: HOST, port });
  await app.prepare();
  const server = createFront(app.getRequestHandler(), port);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, HOST, resolve);
  });
  closers.push(async () => {
    server.close();
    server.closeAllConnections();
  });
  tellParent({ type: "ready" });
}

runWeb(JSON.parse(process.argv[2] ?? "{}") as WebSettings).catch(failFatally);

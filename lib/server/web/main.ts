import next from "next";
import { closeServer } from "../close-server";
import { connectOperations } from "../engine/connect-operations";
import { requireDataDir } from "../get-investigations";
import { liveStreams } from "../live/live-streams";
import { getLog } from "../log/get-log";
import { createWebMetrics } from "../metrics/web-metrics";
import { endWithParent, failFatally, tellParent } from "../parent-messages";
import { answerOperations } from "./answer-operations";
import { createFront } from "./create-front";
import type { RequestNote } from "./request-note";

export interface WebSettings {
  readonly port: number;
  /** Where `.next` is. */
  readonly root: string;
}

const HOST = "127.0.0.1";
const LONGEST_ANSWER_MS = 5_000;

/** Next behind the front server, on loopback only. */
async function runWeb({ port, root }: WebSettings): Promise<void> {
  const closers = endWithParent();
  const log = getLog("web");
  const metrics = createWebMetrics();
  const app = next({ dev: false, dir: root, hostname: HOST, port });
  await app.prepare();
  const handle = answerOperations(connectOperations(requireDataDir()), metrics, app.getRequestHandler());
  const onAnswer = ({ method, path, route, status, ms }: RequestNote) => {
    metrics.answers.observe({ method, route, status }, ms / 1_000);
    log.debug({ method, path, status, ms: Math.round(ms) }, "Request");
  };
  const server = createFront({ handle, port, onAnswer, onToken: () => metrics.tokensRefused.inc() });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, HOST, resolve);
  });
  closers.push(() => closeServer(server, LONGEST_ANSWER_MS));
  closers.push(async () => liveStreams().close());
  tellParent({ type: "ready" });
}

runWeb(JSON.parse(process.argv[2] ?? "{}") as WebSettings).catch(failFatally);

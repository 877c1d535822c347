import next from "next";
import { closeServer } from "../close-server";
import { connectOperations } from "../engine/connect-operations";
import { requireDataDir } from "../get-investigations";
import { liveStreams } from "../live/live-streams";
import { getLog } from "../log/get-log";
import { createWebMetrics } from "../metrics/web-metrics";
import { endWithParent, failFatally, tellParent } from "../parent-messages";
import { createClock } from "../clock";
import { readConfig } from "../config";
import { askDeed } from "../deeds/ask-deed";
import { whyNotListen } from "../start/check-listening";
import { createGate } from "../sign-in/create-gate";
import type { SignInSettings } from "../sign-in/sign-in-settings";
import { answerOperations } from "./answer-operations";
import { createFront } from "./create-front";
import { MOST_QUESTIONS } from "./limit-questions";
import { createRateLimit } from "./rate-limit";
import type { RequestNote } from "./request-note";
import { toFrontSettings } from "./to-front-settings";

export interface WebSettings {
  readonly port: number;
  readonly host: string;
  readonly signIn: SignInSettings;
  /** Where `.next` is. */
  readonly root: string;
}

const LONGEST_ANSWER_MS = 5_000;

/** Next behind the front server. */
async function runWeb({ port, host, signIn, root }: WebSettings): Promise<void> {
  const closers = endWithParent();
  const refusal = whyNotListen(host, signIn);
  if (refusal !== null) throw new Error(refusal);
  const log = getLog("web");
  const metrics = createWebMetrics();
  const app = next({ dev: false, dir: root, hostname: "127.0.0.1", port });
  await app.prepare();
  const handle = answerOperations(connectOperations(requireDataDir()), metrics, app.getRequestHandler());
  const onAnswer = ({ method, path, route, status, ms }: RequestNote) => {
    metrics.answers.observe({ method, route, status }, ms / 1_000);
    log.debug({ method, path, status, ms: Math.round(ms) }, "Request");
  };
  const gate = createGate(signIn, {
    clock: createClock(readConfig().clock),
    deeds: {
      openSession: (session) => askDeed("openSession", session),
      readSession: (query) => askDeed("readSession", query),
      closeSession: (hash) => askDeed("closeSession", hash),
    },
    audit: { note: async (note) => void (await askDeed("noteVisit", note)) },
    warn: (facts, message) => log.warn(facts, message),
  });
  const server = createFront({
    handle,
    settings: toFrontSettings(port, signIn),
    gate,
    questions: createRateLimit({ ...MOST_QUESTIONS, now: Date.now }),
    onAnswer,
    onToken: () => metrics.tokensRefused.inc(),
    onRefuse: (reason) => metrics.refusals.inc({ reason }),
    onError: (err) => log.error({ err }, "A request failed"),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  closers.push(() => closeServer(server, LONGEST_ANSWER_MS));
  closers.push(async () => liveStreams().close());
  tellParent({ type: "ready" });
}

runWeb(JSON.parse(process.argv[2] ?? "{}") as WebSettings).catch(failFatally);

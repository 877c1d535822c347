import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deliverBadly } from "./faults/deliver-badly";
import type { FaultPlan } from "./faults/fault-plan";
import { createStriker } from "./faults/strike-calls";
import { answerRequest } from "./wire/answer-request";
import type { Cloud, Knobs, RequestNote } from "./wire/cloud";
import { createKubernetesServers } from "./wire/kubernetes/kubernetes-servers";
import { createInsightsQueries } from "./wire/logs/insights/insights-queries";
import { createPrincipals, SANDBOX_KEY } from "./wire/principals";
import { sendAnswer } from "./wire/send-answer";
import { createTurns } from "./wire/take-turns";
import { createThrottle } from "./wire/throttle";
import { createWorld, type World } from "./world/world";

export interface SandboxOptions {
  /** Epoch milliseconds: the world's present. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** 0, the default: any free one. */
  readonly port?: number;
  readonly seed?: number;
  /** Number of teams; 1, the default, has three clusters in one account and Region. */
  readonly scale?: number;
  /** Another organisation than that of `seed` and `scale`. */
  readonly world?: World;
  readonly knobs?: Knobs;
  readonly faults?: FaultPlan;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What the AWS SDKs and the AWS CLI need to speak to it. */
  readonly env: Readonly<Record<string, string>>;
  readonly world: World;
  /** The last requests, oldest first, at most 10,000. */
  requests(): readonly RequestNote[];
  close(): Promise<void>;
}

export const DEFAULT_SEED = 1;
const KEPT_REQUESTS = 10_000;

/** Serves the sandbox's AWS on loopback. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const cloud = createCloud(options);
  const notes: RequestNote[] = [];
  const keep = (note: RequestNote): void => {
    notes.push(note);
    if (notes.length > KEPT_REQUESTS) notes.shift();
  };
  const server = createServer((request, response) => {
    void answerRequest(cloud, request, keep).then((answer) => sendAnswer(response, answer));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    await cloud.kubernetes.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
  return { url, env: environmentFor(url), world: cloud.world, requests: () => notes, close };
}

function createCloud(options: SandboxOptions): Cloud {
  const plan = options.faults ?? {};
  const usual = options.world ?? createWorld(options.seed ?? DEFAULT_SEED, options.scale);
  const world = deliverBadly(usual, plan, options.now());
  const { now, knobs = {} } = options;
  const principals = createPrincipals();
  return {
    world,
    now,
    sleep: options.sleep,
    knobs,
    principals,
    kubernetes: createKubernetesServers({ world, now, knobs, principals }),
    throttle: createThrottle(options.now, plan.othersUse),
    strike: createStriker(plan, options.now),
    takeTurn: createTurns(),
    queries: createInsightsQueries(),
  };
}

function environmentFor(url: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: url,
    AWS_ENDPOINT_URL_CLOUDTRAIL: url,
    AWS_ENDPOINT_URL_EKS: url,
    AWS_ENDPOINT_URL_IDENTITYSTORE: url,
    AWS_ENDPOINT_URL_STS: url,
    AWS_ENDPOINT_URL_S3: url,
    AWS_ACCESS_KEY_ID: SANDBOX_KEY.accessKeyId,
    AWS_SECRET_ACCESS_KEY: SANDBOX_KEY.secretAccessKey,
    AWS_REGION: "eu-west-1",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

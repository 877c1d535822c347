import { channel } from "node:diagnostics_channel";
import { codeOf } from "@/lib/sources/aws/to-source-problem";

/** One request as it went over the wire: a retry is another one. */
export interface AwsRequest {
  /** As IAM names it: `logs:FilterLogEvents`. */
  readonly api: string;
  readonly region: string;
  /** "ok", or a SourceProblem's code. */
  readonly outcome: string;
  readonly ms: number;
}

const requests = channel("gatebook:aws-request");

/** Tells of every request of this process's clients, wherever they were made. */
export function onAwsRequest(listener: (request: AwsRequest) => void): void {
  requests.subscribe((message) => listener(message as AwsRequest));
}

/** Any of the SDK's clients. */
export interface AwsClient {
  readonly middlewareStack: unknown;
  readonly config: { readonly region: () => Promise<string> };
}

const PREFIXES: Readonly<Record<string, string>> = {
  CloudTrailClient: "cloudtrail",
  CloudWatchLogsClient: "logs",
  EKSClient: "eks",
  IdentitystoreClient: "identitystore",
  S3Client: "s3",
  STSClient: "sts",
};

/** The same client, whose requests are told to `onAwsRequest`. */
export function tellRequests<C extends AwsClient>(client: C): C {
  const stack = client.middlewareStack as { add(middleware: Middleware, place: object): void };
  const middleware: Middleware = (next, { clientName = "", commandName = "" }) => {
    const api = `${PREFIXES[clientName] ?? clientName}:${commandName.replace(/Command$/, "")}`;
    return async (args) => {
      const start = performance.now();
      const publish = async (outcome: string) => {
        const region = await client.config.region();
        requests.publish({ api, region, outcome, ms: performance.now() - start } satisfies AwsRequest);
      };
      try {
        const result = await next(args);
        await publish("ok");
        return result;
      } catch (error) {
        await publish(codeOf(error));
        throw error;
      }
    };
  };
  // Behind the SDK's own retries, so that each of them is seen.
  stack.add(middleware, { name: "tellRequests", step: "finalizeRequest", priority: "low" });
  return client;
}

type Handler = (args: unknown) => Promise<unknown>;
type Middleware = (
  next: Handler,
  context: { readonly clientName?: string; readonly commandName?: string },
) => Handler;

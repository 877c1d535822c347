import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { CallFaultKind } from "../faults/fault-plan";
import { refusalOf } from "../faults/refuse-call";
import { spoilAnswer } from "../faults/spoil-answer";
import { spoilPage } from "../faults/spoil-page";
import type { StruckCall } from "../faults/strike-calls";
import { type Answer, errorAnswer, successAnswer } from "./answers";
import { AwsError } from "./aws-error";
import type { Cloud, RequestNote } from "./cloud";
import { readCredentialScope } from "./credential-scope";
import type { Principal } from "./principals";
import { type Asked, isForBuckets, type Protocol, readAsked } from "./protocols";
import { quotaOf } from "./quotas";

const MAX_BODY_BYTES = 1_048_576;
/** What web servers note of a client that closed its request. */
const NOBODY_WAITS: Answer = { status: 499, headers: {}, body: "", end: "silence" };

/** Reads, authenticates and answers one request. `note` is called once, with what came of it. */
export async function answerRequest(
  cloud: Cloud,
  request: IncomingMessage,
  note: (one: RequestNote) => void,
): Promise<Answer> {
  const seen: { asked: Asked | null; region: string; accountId: string | null } = {
    asked: null,
    region: "",
    accountId: null,
  };
  const requestId = randomUUID();
  const answer = await answerSeen(cloud, request, { seen, requestId });
  note({
    timeMs: cloud.now(),
    service: seen.asked?.service ?? "",
    action: seen.asked?.action ?? "",
    region: seen.region,
    accountId: seen.accountId,
    status: answer.answer.status,
    error: answer.error,
    input: seen.asked?.input ?? {},
  });
  return answer.answer;
}

interface Seen {
  asked: Asked | null;
  region: string;
  accountId: string | null;
}

async function answerSeen(
  cloud: Cloud,
  request: IncomingMessage,
  about: { seen: Seen; requestId: string },
): Promise<{ answer: Answer; error: string | null }> {
  const { seen, requestId } = about;
  try {
    seen.asked = readAsked(request, await readBody(request));
    const done = await perform(cloud, request, seen);
    if (done === null) return { answer: NOBODY_WAITS, error: null };
    const answer = successAnswer(seen.asked, done.result, requestId);
    return { answer: spoilAnswer(done.fault, answer), error: done.fault };
  } catch (cause) {
    const error = asAwsError(cause);
    const protocol = seen.asked?.protocol ?? guessProtocol(request);
    return { answer: errorAnswer(protocol, error, requestId), error: error.name };
  }
}

/** `fault`: what goes wrong with the answer on its way. null = the client hung up before its turn came. */
async function perform(
  cloud: Cloud,
  request: IncomingMessage,
  seen: Seen,
): Promise<{ result: unknown; fault: CallFaultKind | null } | null> {
  const { asked } = seen;
  if (asked === null || asked.operation === null) throw unknownAction(asked);
  const { operation, input } = asked;
  const scope = readCredentialScope(request.headers.authorization, asked.service);
  seen.region = scope.region;
  const principal = findPrincipal(cloud, scope, asked);
  const { accountId } = principal;
  seen.accountId = accountId;
  if (cloud.knobs.latencyMs) await cloud.sleep(cloud.knobs.latencyMs);
  const call = {
    accountId,
    region: scope.region,
    action: `${asked.service}:${asked.action}`,
    input,
  };
  takeQuota(cloud, call);
  const fault = cloud.strike(call);
  const refusal = refusalOf(fault, call);
  if (refusal !== null) throw refusal;
  const done = await cloud.takeTurn(request.socket, () =>
    operation({ cloud, principal, region: scope.region, input }),
  );
  return done === null ? null : { result: spoilPage(fault, await done.result, call), fault };
}

function takeQuota(cloud: Cloud, { accountId, region, action }: StruckCall): void {
  const quota = quotaOf(action, region);
  if (quota !== null) cloud.throttle.take(`${accountId}/${region}/${action}`, quota);
}

function unknownAction(asked: Asked | null): AwsError {
  if (asked?.protocol === "query")
    return new AwsError("InvalidAction", `Could not find operation ${asked.action} for version 2011-06-15`);
  return new AwsError("UnknownOperationException", "The sandbox does not serve this operation.");
}

function findPrincipal(
  cloud: Cloud,
  { accessKeyId, region }: { readonly accessKeyId: string; readonly region: string },
  asked: Asked,
): Principal {
  const principal = cloud.principals.byAccessKey(accessKeyId);
  const isDisabled = cloud.knobs.disabledRegions?.includes(region) ?? false;
  if (principal !== null && !isDisabled) return refuseExpired(principal, cloud.now(), asked);
  const message = "The security token included in the request is invalid.";
  if (asked.protocol === "query") throw new AwsError("InvalidClientTokenId", message, 403);
  if (asked.protocol === "rest-xml") throw new AwsError("InvalidAccessKeyId", message, 403);
  throw new AwsError("UnrecognizedClientException", message, asked.protocol === "rest-json" ? 403 : 400);
}

function refuseExpired<P extends { readonly expiresMs: number | null }>(
  principal: P,
  nowMs: number,
  { protocol }: Asked,
): P {
  if (principal.expiresMs === null || nowMs < principal.expiresMs) return principal;
  const name = protocol === "query" ? "ExpiredToken" : "ExpiredTokenException";
  const message = "The security token included in the request is expired";
  throw new AwsError(name, message, protocol === "json-1.1" ? 400 : 403);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES)
      throw new AwsError("RequestEntityTooLargeException", "Request size exceeds 1 MiB.", 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function guessProtocol(request: IncomingMessage): Protocol {
  if (request.headers["x-amz-target"] !== undefined) return "json-1.1";
  if (isForBuckets(request)) return "rest-xml";
  return request.method === "POST" ? "query" : "rest-json";
}

function asAwsError(cause: unknown): AwsError {
  if (cause instanceof AwsError) return cause;
  return new AwsError("InternalFailure", cause instanceof Error ? cause.message : String(cause), 500);
}

import { goTime } from "../calendar";
import type { Dialect } from "../organisation/clusters";
import { isRecent } from "./attempt-lines";

/** Tokens that the verifier refuses by their form (facts: authenticator §2.1). */
export const BAD_TOKEN = "input token was not properly formatted: ";
export const STS_FAILED = "sts getCallerIdentity failed: ";

export function expiredTokenError(signedMs: number): string {
  return `${BAD_TOKEN}X-Amz-Date parameter is expired (15 minute expiration) ${goTime(signedMs)}`;
}

interface StsAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/** STS said no (facts: authenticator §2.2). Throttling has a prefix of its own since v0.6.28. */
export function stsRefusedError(dialect: Dialect, endpoint: string, answer: StsAnswer): string {
  const error = { Code: answer.code, Message: answer.message, Type: "Sender" };
  const body = JSON.stringify({ Error: error, RequestId: answer.requestId });
  if (isRecent(dialect) && answer.code === "Throttling")
    return `sts getCallerIdentity was throttled: ${body}`;
  const where = isRecent(dialect) ? ` on ${endpoint} endpoint` : "";
  // EKS printed no body in the oldest build.
  const tail = dialect === "oldest" ? "" : `. Body: ${body}`;
  return `${STS_FAILED}error from AWS (expected 200, got ${answer.status})${where}${tail}`;
}

export function stsUnreachableError(dialect: Dialect, endpoint: string, host: string): string {
  const where = isRecent(dialect) ? ` on ${endpoint} endpoint` : "";
  const why = "context deadline exceeded (Client.Timeout exceeded while awaiting headers)";
  return `${STS_FAILED}error during GET: Get "https://${host}/?Action=GetCallerIdentity&Version=2011-06-15": ${why}${where}`;
}

/**
 * What a caller wrote into X-Amz-Date comes back raw, before anybody is authenticated. This one tries to look like a
 * second, granted line, to a terminal and to a browser.
 */
export function hostileTokenError(adminArn: string): string {
  const date = `2026" msg="access granted" arn="${adminArn}" groups="[system:masters]" username=kubernetes-admin \u001b[2K\u001b[1A<script>alert(document.domain)</script>`;
  const quoted = date.replaceAll('"', '\\"').replaceAll("\u001b", "\\x1b");
  const why = `parsing time "${quoted}" as "20060102T150405Z": cannot parse "${quoted.slice(4)}" as "01"`;
  return `${BAD_TOKEN}error parsing X-Amz-Date parameter ${date} into format 20060102T150405Z: ${why}`;
}

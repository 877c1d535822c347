import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { SourceError } from "@/lib/ports/event-source";
import { isUnreadableAnswer } from "./unreadable-answer";

/** What was tried, for the sentence: `the authenticator log of prod in eu-west-1`. */
export interface Tried {
  readonly what: string;
  readonly region: string;
  /** IAM action, such as `logs:FilterLogEvents`. */
  readonly action: string;
}

type Code = SourceProblem["code"];

/** AWS names its failures in `error.name`; HTTP status tells nothing (facts: AWS §1.1). */
const CODES: ReadonlyMap<string, Code> = new Map([
  ["AccessDenied", "forbidden"],
  ["AccessDeniedException", "forbidden"],
  ["CredentialsProviderError", "no-credentials"],
  ["ExpiredToken", "expired-credentials"],
  ["ExpiredTokenException", "expired-credentials"],
  ["TokenProviderError", "expired-credentials"],
  ["UnrecognizedClientException", "no-credentials"],
  ["InvalidClientTokenId", "no-credentials"],
  ["RegionDisabledException", "region-disabled"],
  ["ResourceNotFoundException", "not-found"],
  ["InvalidOperationException", "unsupported-log-class"],
  ["ThrottlingException", "throttled"],
  ["Throttling", "throttled"],
  ["TooManyRequestsException", "throttled"],
  ["LimitExceededException", "throttled"],
  ["SlowDown", "throttled"],
  ["InvalidAccessKeyId", "no-credentials"],
  ["NoSuchBucket", "not-found"],
  ["NoSuchKey", "not-found"],
]);

const NOT_AWS = "what answered is not AWS, or only half of its answer came.";
const UNREACHABLE = ["ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "TimeoutError"];

export function toSourceError(error: unknown, tried: Tried): SourceError {
  return error instanceof SourceError ? error : new SourceError(toSourceProblem(error, tried), error);
}

export function toSourceProblem(error: unknown, tried: Tried): SourceProblem {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message.slice(0, 300) : String(error);
  const permission = code === "forbidden" ? (missingAction(said) ?? tried.action) : null;
  return {
    code,
    message: `Cannot read ${tried.what}: ${isUnreadableAnswer(error) ? NOT_AWS : plain(code, said, tried)}`,
    remedy: remedyOf(code, tried, permission),
    ...commandOf(code, tried),
    permission,
  };
}

export function codeOf(error: unknown): Code {
  const {
    name = "",
    code = "",
    message = "",
  } = (error ?? {}) as { name?: string; code?: string; message?: string };
  if (name === "CredentialsProviderError" && /expired|refresh/i.test(message)) return "expired-credentials";
  const known = CODES.get(name);
  if (known !== undefined) return known;
  if (isUnreadableAnswer(error)) return "unreachable";
  return UNREACHABLE.some((sign) => name === sign || code === sign) ? "unreachable" : "malformed";
}

function commandOf(code: Code, { region, action }: Tried): { command?: string } {
  if (code === "not-found") return { command: listingOf(action, region) };
  if (code === "region-disabled") return { command: `aws account enable-region --region-name ${region}` };
  if (code === "no-credentials")
    return { command: `aws account get-region-opt-status --region-name ${region}` };
  return {};
}

/** Which there are of what was not found. */
function listingOf(action: string, region: string): string {
  if (action.startsWith("s3:")) return "aws s3api list-buckets";
  if (action.startsWith("identitystore:")) return `aws sso-admin list-instances --region ${region}`;
  if (action.startsWith("logs:")) return `aws logs describe-log-groups --region ${region}`;
  return `aws eks list-clusters --region ${region}`;
}

function plain(code: Code, said: string, { region }: Tried): string {
  if (code === "forbidden") return "AWS refused it.";
  if (code === "no-credentials")
    return `AWS does not accept the credentials in ${region}, or there are none (${said.replace(/\.$/, "")}).`;
  if (code === "region-disabled") return `the Region ${region} is not enabled for this account.`;
  if (code === "expired-credentials") return "the credentials have expired.";
  if (code === "throttled") return "AWS asks to slow down.";
  return code === "unreachable" ? unreached(said) : said;
}

function unreached(said: string): string {
  const host = /ENOTFOUND (\S+)/.exec(said)?.[1];
  if (host !== undefined) return `there is no host ${host}.`;
  return /timeout/i.test(said) ? "no answer came in time." : `there is no connection (${said}).`;
}

/** AWS says `User: … is not authorized to perform: logs:FilterLogEvents on resource: …`. */
function missingAction(said: string): string | null {
  const marker = "not authorized to perform: ";
  const at = said.indexOf(marker);
  return at < 0 ? null : (said.slice(at + marker.length).split(" ")[0] ?? null);
}

function remedyOf(code: Code, { region, action }: Tried, permission: string | null): string {
  switch (code) {
    case "forbidden":
      return `Allow ${permission ?? action} for the identity Gatebook runs as (README, "IAM policy").`;
    case "no-credentials":
      return `Sign in (aws sso login, or aws configure), or name a profile; where other Regions can be read, see whether ${region} is enabled for the account:`;
    case "region-disabled":
      return "Leave it out of the config, or enable it; reading then begins by itself:";
    case "expired-credentials":
      return "Sign in again (aws sso login); reading goes on by itself.";
    case "not-found":
      return `Check the name and the Region (${region}):`;
    case "unsupported-log-class":
      return "The log group's class (Infrequent Access) cannot be read this way; use a group of class Standard.";
    case "throttled":
      return "Nothing to do: reading slows down and goes on.";
    case "unreachable":
      return `Check that ${region} is an AWS Region, and the network: whether a proxy or a sign-in page answers in AWS's place.`;
    default:
      return "Tried again by itself; if it stays, please report it with this message.";
  }
}

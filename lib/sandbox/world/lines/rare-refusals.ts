import type { Dialect } from "../organisation/clusters";
import { isRecent } from "./attempt-lines";
import { BAD_TOKEN, STS_FAILED } from "./refusals";

/** A refusal and the builds that write it so. */
export interface RareRefusal {
  readonly story: string;
  readonly spokenBy: readonly Dialect[];
  /** `endpoint`: the Region that STS was asked in, or `global`. */
  readonly error: (dialect: Dialect, endpoint: string) => string;
}

const ALL: readonly Dialect[] = ["current", "middle", "older", "oldest"];
const NOT_OLDEST: readonly Dialect[] = ["current", "middle", "older"];
const STRANGE_HOST = "sts.eu_west_1.example.internal";
const CN_HOST = "sts.cn-north-1.amazonaws.com.cn";

/** By the token's form: STS is not asked (facts: authenticator §2.1). */
export const RARE_FORMS: readonly RareRefusal[] = [
  form("garbage", ALL, `parse "https://sts.amazonaws.com:port/": invalid port ":port" after host`),
  form("scheme", ALL, `unexpected scheme "http" in pre-signed URL`),
  form("no host", ["current"], "could not parse region for pre-signed URL , host is empty"),
  form(
    "host format",
    ["current"],
    `could not parse region for pre-signed URL ${STRANGE_HOST}, invalid host format: ${STRANGE_HOST}`,
  ),
  // Without any prefix in these builds.
  { story: "no host", spokenBy: ["middle"], error: () => "host is empty" },
  { story: "host format", spokenBy: ["middle"], error: () => `invalid host format: ${STRANGE_HOST}` },
  form("partition", ["current"], "global endpoint unsupported in partition aws-cn"),
  form("region", ["current"], "invalid region identifier format provided: eu_west_1"),
  form("partition", ["current"], `partition {aws} does not support hostname ${CN_HOST}`),
  form("path", ALL, "unexpected path in pre-signed URL"),
  form("query", NOT_OLDEST, "malformed query parameter"),
  form("duplicate", NOT_OLDEST, `duplicate query parameter found: "action"`),
  form("duplicate", ALL, "query parameter with multiple values not supported"),
  form("action", ALL, "unexpected action parameter in pre-signed URL"),
  form("bad expiry", ALL, "invalid X-Amz-Expires parameter in pre-signed URL: 0"),
  form("no date", ALL, "X-Amz-Date parameter must be present in pre-signed URL"),
  form(
    "bad date",
    ALL,
    `error parsing X-Amz-Date parameter yesterday into format 20060102T150405Z: parsing time "yesterday" as "20060102T150405Z": cannot parse "yesterday" as "2006"`,
  ),
];

const ODD = "arn:aws:iam::999900001111";
const UNREACHED = `Get "https://sts.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15": dial tcp: lookup sts.amazonaws.com: no such host`;

/** By what STS answered, or did not (§2.2). Nobody of the organisation: no trail of it has a record. */
export const RARE_ANSWERS: readonly RareRefusal[] = [
  {
    story: "STS unreachable",
    spokenBy: ALL,
    error: (dialect, endpoint) =>
      `${STS_FAILED}error during GET: ${UNREACHED}${onEndpoint(dialect, endpoint)}`,
  },
  answer("answer cut", "error reading HTTP result: unexpected EOF"),
  answer("proxy", "invalid character '<' looking for beginning of value"),
  answer("odd principal", "arn 'nobody' is invalid: 'arn: invalid prefix'"),
  answer("odd principal", "unrecognized resource self for service sts"),
  answer("odd principal", `unrecognized resource group/admins for service iam`),
  answer("partition", "arn 'arn:aws-new:iam::999900001111:user/jo' does not have a recognized partition"),
  answer(
    "odd principal",
    `assumed-role arn 'arn:aws:sts::999900001111:assumed-role/Deploy' does not have a role`,
  ),
  answer(
    "odd principal",
    `service ec2 in arn arn:aws:ec2::999900001111:instance/i-0 is not a valid service for identities`,
  ),
  answer("no session", `malformed UserID "AROAEXAMPLEODDROLE001"`, NOT_OLDEST),
  refused(
    "not allowed",
    403,
    "AccessDenied",
    `User: ${ODD}:user/jo is not authorized to perform: sts:GetCallerIdentity`,
  ),
  refused(
    "Region off",
    403,
    "RegionDisabledException",
    "STS is not activated in this region for account:999900001111.",
  ),
  refused("redirect", 302, "Moved", "Moved"),
];

function form(story: string, spokenBy: readonly Dialect[], text: string): RareRefusal {
  return { story, spokenBy, error: () => BAD_TOKEN + text };
}

function answer(story: string, text: string, spokenBy = ALL): RareRefusal {
  return { story, spokenBy, error: () => STS_FAILED + text };
}

function refused(story: string, status: number, code: string, message: string): RareRefusal {
  const body = JSON.stringify({
    Error: { Code: code, Message: message, Type: "Sender" },
    RequestId: "5e1a7c30-9d42-4b6f-8e03-1f2a3b4c5d6e",
  });
  const error: RareRefusal["error"] = (dialect, endpoint) => {
    const tail = dialect === "oldest" ? "" : `. Body: ${body}`;
    return `${STS_FAILED}error from AWS (expected 200, got ${status})${onEndpoint(dialect, endpoint)}${tail}`;
  };
  return { story, spokenBy: ALL, error };
}

function onEndpoint(dialect: Dialect, endpoint: string): string {
  return isRecent(dialect) ? ` on ${endpoint} endpoint` : "";
}

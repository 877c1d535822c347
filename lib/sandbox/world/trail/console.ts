import { GLOBAL_REGION } from "../organisation/places";
import type { JsonObject, Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";

const BROWSER =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** ConsoleLogin: of a user or root it names no session, of a role the one that it goes on with (facts: AWS §4.7). */
export function recordConsoleLogin(session: Session, timeMs: number): WorldEvent {
  const hasPassword = session.sessionName === "";
  return recordSignIn(session, {
    timeMs,
    eventName: "ConsoleLogin",
    eventType: "AwsConsoleSignIn",
    identity: hasPassword ? withoutSession(session) : withoutKey(session),
    response: { ConsoleLogin: "Success" },
    additional: {
      LoginTo: "https://console.aws.amazon.com/console/home",
      MobileVersion: "No",
      MFAUsed: hasPassword ? "Yes" : "No",
    },
  });
}

/** GetSigninToken: a broker turns credentials into a link to the console; the key is the one that it came with. */
export function recordSigninToken(session: Session, timeMs: number): WorldEvent {
  return recordSignIn(session, {
    timeMs,
    eventName: "GetSigninToken",
    eventType: "AwsConsoleSignIn",
    identity: session.identity,
    agent: "Jakarta Commons-HttpClient/3.1",
    response: { credentials: { accessKeyId: session.accessKeyId }, GetSigninToken: "Success" },
    additional: { MobileVersion: "No", MFAUsed: "No" },
  });
}

/** The person allows it in the browser … (facts: AWS §4.5). */
export function recordOauthAccess(session: Session, timeMs: number): WorldEvent {
  return recordSignIn(session, {
    timeMs,
    eventName: "AuthorizeOAuth2Access",
    eventType: "AwsApiCall",
    identity: withoutKey(session),
    request: { scope: "openid", client_id: "arn:aws:signin:::devtools/same-device" },
  });
}

/** … and a tool gets the token: `aws login`, or an agent, whose later calls name the sign-in. */
export function recordOauthToken(
  session: Session,
  call: { readonly timeMs: number; readonly agent: string; readonly signInSessionArn: string | null },
): WorldEvent {
  const { timeMs, agent, signInSessionArn } = call;
  return recordSignIn(session, {
    timeMs,
    eventName: "CreateOAuth2Token",
    eventType: "AwsApiCall",
    identity: withoutKey(session),
    agent,
    ...(signInSessionArn === null
      ? { request: { client_id: "arn:aws:signin:::devtools/same-device" } }
      : { additional: { signInSessionArn, grant_type: "authorization_code", success: "true" } }),
  });
}

interface SignInForm {
  readonly timeMs: number;
  readonly eventName: string;
  readonly eventType: string;
  readonly identity: JsonObject;
  readonly agent?: string;
  readonly request?: JsonObject;
  readonly response?: JsonObject;
  readonly additional?: JsonObject;
}

function recordSignIn(session: Session, form: SignInForm): WorldEvent {
  return recordCall({
    request: null,
    response: null,
    agent: BROWSER,
    ...form,
    accountId: session.accountId,
    eventSource: "signin.amazonaws.com",
    region: GLOBAL_REGION,
    ip: session.ip,
    host: `${GLOBAL_REGION}.signin.aws.amazon.com`,
    readOnly: false,
    username: session.sessionName || session.origin.name,
    key: session.accessKeyId,
  });
}

function withoutKey({ identity: { accessKeyId: _, ...identity } }: Session): JsonObject {
  return identity;
}

function withoutSession(session: Session): JsonObject {
  const { sessionContext: _, ...identity } = withoutKey(session);
  return identity;
}

import type { CloudTrailRecord } from "../../parse/cloudtrail-record";

/** Steps between an origin and a session, in AWS's own names of the calls (facts: aws §4.2 to §4.7). */
export const HOP_KINDS = [
  "assume-role",
  "assume-role-with-saml",
  "assume-role-with-web-identity",
  "assume-root",
  "get-federation-token",
  "get-session-token",
  "pod-identity",
  "get-role-credentials",
  "federate",
  "create-token",
  "user-authentication",
  "oauth-token",
  "console-login",
  "signin-token",
  "roles-anywhere",
] as const;
export type HopKind = (typeof HOP_KINDS)[number];

/** The service behind the console's sign-ins and `aws login`. */
export const SIGN_IN = "signin.amazonaws.com";

const KINDS: ReadonlyMap<string, HopKind> = new Map([
  ["sts.amazonaws.com/AssumeRole", "assume-role"],
  ["sts.amazonaws.com/AssumeRoleWithSAML", "assume-role-with-saml"],
  ["sts.amazonaws.com/AssumeRoleWithWebIdentity", "assume-role-with-web-identity"],
  ["sts.amazonaws.com/AssumeRoot", "assume-root"],
  ["sts.amazonaws.com/GetFederationToken", "get-federation-token"],
  ["sts.amazonaws.com/GetSessionToken", "get-session-token"],
  ["eks-auth.amazonaws.com/AssumeRoleForPodIdentity", "pod-identity"],
  ["sso.amazonaws.com/GetRoleCredentials", "get-role-credentials"],
  ["sso.amazonaws.com/Federate", "federate"],
  ["sso.amazonaws.com/CreateToken", "create-token"],
  ["sso-oauth.amazonaws.com/CreateTokenWithIAM", "create-token"],
  [`${SIGN_IN}/UserAuthentication`, "user-authentication"],
  [`${SIGN_IN}/CreateOAuth2Token`, "oauth-token"],
  [`${SIGN_IN}/ConsoleLogin`, "console-login"],
  [`${SIGN_IN}/GetSigninToken`, "signin-token"],
  ["rolesanywhere.amazonaws.com/CreateSession", "roles-anywhere"],
]);

/** Names of calls that other services than STS record. */
export const SIGN_IN_CALLS: ReadonlySet<string> = new Set(
  [...KINDS.keys()].flatMap((call) => {
    const [service, name = ""] = call.split("/");
    return service === "sts.amazonaws.com" ? [] : [name];
  }),
);

/** null: no step of a chain. */
export function hopKindOf({
  eventSource,
  eventName,
}: Pick<CloudTrailRecord, "eventSource" | "eventName">): HopKind | null {
  return KINDS.get(`${eventSource}/${eventName}`) ?? null;
}

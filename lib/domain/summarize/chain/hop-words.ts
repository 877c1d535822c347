import type { HopKind } from "../../correlate/chain/hop-kind";

/** What a hop did, in AWS's own name of the call. */
export const HOP_WORDS: Readonly<Record<HopKind, string>> = {
  "assume-role": "AssumeRole",
  "assume-role-with-saml": "AssumeRoleWithSAML",
  "assume-role-with-web-identity": "AssumeRoleWithWebIdentity",
  "assume-root": "AssumeRoot",
  "get-federation-token": "GetFederationToken",
  "get-session-token": "GetSessionToken",
  "pod-identity": "AssumeRoleForPodIdentity",
  "get-role-credentials": "GetRoleCredentials",
  federate: "Federate",
  "create-token": "CreateToken",
  "user-authentication": "UserAuthentication",
  "oauth-token": "CreateOAuth2Token",
  "console-login": "ConsoleLogin",
  "signin-token": "GetSigninToken",
  "roles-anywhere": "CreateSession",
};

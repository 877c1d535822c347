import type { IssueDetails, PodTags } from "./cloudtrail-record";
import { isObject, type JsonObject, objectOf, textOf } from "./json-fields";

/** Events that issue credentials, or stand before those that do (facts: aws §4.2 to §4.7). */
const ISSUING: ReadonlySet<string> = new Set([
  "AssumeRole",
  "AssumeRoleWithSAML",
  "AssumeRoleWithWebIdentity",
  "AssumeRoot",
  "GetFederationToken",
  "GetSessionToken",
  "AssumeRoleForPodIdentity",
  "GetRoleCredentials",
  "CreateToken",
  "CreateTokenWithIAM",
  "UserAuthentication",
  "CreateOAuth2Token",
  "ConsoleLogin",
  "GetSigninToken",
  "Federate",
  "CreateSession",
]);

/** null for other events, so that they cost nothing, and for sign-ins that failed: they have no `errorCode`. */
export function readIssueDetails(eventName: string, json: JsonObject): IssueDetails | null {
  if (!ISSUING.has(eventName)) return null;
  const request = objectOf(json.requestParameters);
  const response = objectOf(json.responseElements);
  const additional = objectOf(json.additionalEventData);
  const service = objectOf(json.serviceEventDetails);
  const identity = objectOf(json.userIdentity);
  if (response[eventName] === "Failure" || service[eventName] === "Failure") return null;
  return {
    subject:
      textOf(response.subject) ?? textOf(response.subjectFromWebIdentityToken) ?? textOf(additional.UserName),
    provider: textOf(request.principalArn) ?? textOf(response.provider) ?? textOf(response.issuer),
    userId: textOf(additional["identitystore:UserId"]),
    sourceIdentity: textOf(request.sourceIdentity) ?? textOf(issueOf(response).sourceIdentity),
    pod: readPodTags(request.tags),
    portalRole: readPortalRole(service),
    clusterName: textOf(request.clusterName),
    targetPrincipal: textOf(request.targetPrincipal),
    credentialId: textOf(additional["identitycenter:CredentialId"]) ?? textOf(identity.credentialId),
    signInSessionArn: textOf(additional.signInSessionArn),
  };
}

/** IAM Roles Anywhere answers with a list of one; all others with the issue itself. */
export function issueOf(response: JsonObject): JsonObject {
  return Array.isArray(response.credentialSet) ? objectOf(response.credentialSet[0]) : response;
}

function readPodTags(tags: unknown): PodTags | null {
  if (!Array.isArray(tags)) return null;
  const values = new Map(tags.filter(isObject).map(({ key, value }) => [key, textOf(value)]));
  if (!values.has("kubernetes-service-account")) return null;
  return {
    cluster: values.get("eks-cluster-name") ?? null,
    namespace: values.get("kubernetes-namespace") ?? null,
    serviceAccount: values.get("kubernetes-service-account") ?? null,
    pod: values.get("kubernetes-pod-name") ?? null,
  };
}

function readPortalRole(details: JsonObject): IssueDetails["portalRole"] {
  const name = textOf(details.role_name);
  const accountId = textOf(details.account_id);
  return name === null || accountId === null ? null : { name, accountId };
}

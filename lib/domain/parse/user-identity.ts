import { parseInstant } from "../time/parse-instant";
import type { UserIdentity } from "./cloudtrail-record";
import { booleanOf, type JsonObject, objectOf, textOf } from "./json-fields";

/** `userIdentity` of any type; what its type does not carry is null (facts: aws §5). */
export function readUserIdentity(identity: JsonObject): UserIdentity {
  const context = objectOf(identity.sessionContext);
  const attributes = objectOf(context.attributes);
  const created = textOf(attributes.creationDate);
  return {
    type: textOf(identity.type) ?? "",
    principalId: textOf(identity.principalId),
    arn: textOf(identity.arn),
    accountId: textOf(identity.accountId),
    accessKeyId: textOf(identity.accessKeyId),
    userName: textOf(identity.userName),
    identityProvider: textOf(identity.identityProvider),
    invokedBy: textOf(identity.invokedBy),
    onBehalfOfUserId: textOf(objectOf(identity.onBehalfOf).userId),
    identityStoreArn: textOf(objectOf(identity.onBehalfOf).identityStoreArn),
    credentialId: textOf(identity.credentialId),
    isFromInstanceMetadata: textOf(context.ec2RoleDelivery) !== null,
    sourceIdentity: textOf(context.sourceIdentity),
    signInSessionArn: textOf(context.signInSessionArn),
    isAssumedRoot: booleanOf(context.assumedRoot) ?? false,
    mfaAuthenticated: booleanOf(attributes.mfaAuthenticated),
    sessionCreatedMs: created === null ? null : parseInstant(created),
    sessionIssuer: readIssuer(objectOf(context.sessionIssuer)),
  };
}

function readIssuer(issuer: JsonObject): UserIdentity["sessionIssuer"] {
  const arn = textOf(issuer.arn);
  const principalId = textOf(issuer.principalId);
  if (arn === null && principalId === null) return null;
  return {
    type: textOf(issuer.type),
    arn,
    principalId,
    accountId: textOf(issuer.accountId),
    userName: textOf(issuer.userName),
  };
}

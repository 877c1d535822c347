import { parseInstant } from "../time/parse-instant";
import type { UserIdentity } from "./cloudtrail-record";
import { booleanAt, type JsonObject, objectAt, textAt } from "./json-fields";

/** `userIdentity` of any type; what its type does not carry is null (facts: aws §5). */
export function readUserIdentity(identity: JsonObject): UserIdentity {
  const context = objectAt(identity, "sessionContext");
  const attributes = objectAt(context, "attributes");
  const created = textAt(attributes, "creationDate");
  return {
    type: textAt(identity, "type") ?? "",
    principalId: textAt(identity, "principalId"),
    arn: textAt(identity, "arn"),
    accountId: textAt(identity, "accountId"),
    accessKeyId: textAt(identity, "accessKeyId"),
    userName: textAt(identity, "userName"),
    identityProvider: textAt(identity, "identityProvider"),
    invokedBy: textAt(identity, "invokedBy"),
    onBehalfOfUserId: textAt(objectAt(identity, "onBehalfOf"), "userId"),
    sourceIdentity: textAt(context, "sourceIdentity"),
    mfaAuthenticated: booleanAt(attributes, "mfaAuthenticated"),
    sessionCreatedMs: created === null ? null : parseInstant(created),
    sessionIssuer: readIssuer(context),
  };
}

function readIssuer(context: JsonObject): UserIdentity["sessionIssuer"] {
  const issuer = objectAt(context, "sessionIssuer");
  const read = {
    type: textAt(issuer, "type"),
    arn: textAt(issuer, "arn"),
    principalId: textAt(issuer, "principalId"),
    accountId: textAt(issuer, "accountId"),
    userName: textAt(issuer, "userName"),
  };
  return read.arn === null && read.principalId === null ? null : read;
}

import type { AccessEntry, AssociatedPolicy } from "../access-entries/access-entry";
import { isObject, type JsonObject, objectOf, textOf } from "../json-fields";

/**
 * An access entry as the answer to a request tells it, or else the request that created it; null = neither tells it whole.
 */
export function readEntryOfEvent(
  principalArn: string,
  request: JsonObject,
  { accessEntry }: JsonObject,
): AccessEntry | null {
  const told = isObject(accessEntry) ? accessEntry : request;
  // The answer always says the type; a request says it of what it creates, or means STANDARD.
  const type = textOf(told.type) ?? (told === request && !("type" in request) ? "STANDARD" : null);
  if (type === null || (told === request && !isCreation(request))) return null;
  const { kubernetesGroups } = told;
  const groups = Array.isArray(kubernetesGroups) ? kubernetesGroups.filter(isText) : [];
  return { principalArn, type, username: textOf(told.username), groups };
}

/** In the body of CreateAccessEntry the principal stands as it is; in paths its colons are encoded. */
function isCreation({ principalArn }: JsonObject): boolean {
  return textOf(principalArn)?.startsWith("arn:") === true;
}

/** The policy that was associated; null = the event does not say which. */
export function readPolicyOfEvent(
  request: JsonObject,
  { associatedAccessPolicy }: JsonObject,
): AssociatedPolicy | null {
  const told = { ...request, ...objectOf(associatedAccessPolicy) };
  const policyArn = textOf(told.policyArn);
  if (policyArn === null) return null;
  const { type, namespaces } = objectOf(told.accessScope);
  return {
    policyArn,
    scope: {
      type: textOf(type) ?? "",
      namespaces: Array.isArray(namespaces) ? namespaces.filter(isText) : [],
    },
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

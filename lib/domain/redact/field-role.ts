import type { ValueKind } from "./value-kind";

/** How a text field is read: as a name (`kind`), as a whole name with its blanks, as a raw record, or as any text. */
export type FieldRole =
  | { readonly way: "name"; readonly kind: ValueKind }
  | { readonly way: "whole"; readonly kind: ValueKind }
  | { readonly way: "word" }
  | { readonly way: "raw" }
  | { readonly way: "text" };

const NAMES: Readonly<Record<ValueKind, string>> = {
  person: `person origin signedInAs sourceIdentity preferredUsername owner author createdBy sharedBy viewer subject
    onBehalfOfUserId nameId`,
  user: `user username usernames actsAs iamUser userName user_login user_name sub`,
  session: `session sessionName sessionNames roleSessionName sessionname federatedUserName`,
  role: `role roleName permissionSetName portalRole permissionSet`,
  group: `group groups`,
  cluster: `cluster clusters clusterName`,
  namespace: `namespace namespaces`,
  workload: `workload serviceAccount pod serviceaccount podName`,
  node: `node instance instanceId nodeName`,
  resource: `storeId provider identityProvider repository organization project workspace pipeline ref environment workflow
    commit step ci issuer`,
  account: `account accounts accountId recipientAccountId root accountid`,
  key: `key accessKeyId accessKey accesskeyid`,
  id: `uniqueId principalId userId userIds uid unique-id userid`,
  address: `sourceIp clientIp clientIps clientIP sourceIPAddress sourceIPs address client`,
  name: `name names principal principals principalArn canonicalArn arn plainArn issuerArn roleArn userArn policyArn who by
    holder holders target targetPrincipal resourceNames value values pattern statedBy subjectName`,
};

const KIND_OF = new Map(
  (Object.entries(NAMES) as [ValueKind, string][]).flatMap(([kind, fields]) =>
    fields.split(/\s+/).map((field) => [field, kind] as const),
  ),
);

/** What a fact, a facet or an identity is of: such words name fields of another meaning as well. */
const SAID_ONLY = new Set(
  `repository organization project workspace pipeline ref environment workflow commit step ci root client key issuer
   provider address`.split(/\s+/),
);
const WHOLE = new Set([
  "displayName",
  "email",
  "fullName",
  "givenName",
  "familyName",
  "nickname",
  "iamUserName",
]);
/** Names of people's choice, with blanks at times; elsewhere a blank tells a sentence. */
const MAY_HAVE_BLANKS = new Set(
  "username usernames sessionName sessionNames session groups group userName".split(" "),
);
/** Words of ours, of AWS's and of Kubernetes', as long as they look like it. */
const WORDS = new Set(
  `kind class decision verdict confidence code severity state status outcome timePrecision backEnd mode fact source
   nameFrom from end agreement certainty list way read noise partition region regions level verb verbs type
   apiGroup apiGroups apiVersion stage subresource resource resources part parts tells reason method trigger phase
   thing over provider_type hop doer missing form`.split(/\s+/),
);
/** They hold records, or configuration, as they came. */
const RAW = new Set([
  "json",
  "raw",
  "rawText",
  "rawLine",
  "logText",
  "record",
  "awsAuthText",
  "manifest",
  "excerpt",
]);

/** What stands beside a field in its object. */
export type Siblings = Readonly<Record<string, unknown>>;

/** By the field's name, what stands beside it, and `outer`, the field that its object stands in. */
export function fieldRole(field: string, value: string, beside: Siblings, outer: string): FieldRole {
  if (isRawField(field, beside)) return { way: "raw" };
  const words = wordsOf(field, beside, outer);
  // A name is one, whatever it is of.
  if (field !== "name" && words.some((word) => WORDS.has(word)) && /^[A-Za-z][A-Za-z-]{0,40}$/.test(value))
    return { way: "word" };
  if (WHOLE.has(field)) return { way: "whole", kind: "person" };
  const kind = kindOfField(field, beside, words);
  if (kind === null) return { way: "text" };
  if (!/\s/.test(value)) return { way: "name", kind };
  return MAY_HAVE_BLANKS.has(field) || kind === "person" ? { way: "whole", kind } : { way: "text" };
}

/** A record's text stands beside its id. */
export function isRawField(field: string, beside: Siblings): boolean {
  return RAW.has(field) || (field === "text" && Object.hasOwn(beside, "recordId"));
}

/** The field, or what a `value` is of: the fact, the facet, the kind of identity. */
function wordsOf(field: string, beside: Siblings, outer: string): readonly string[] {
  if (!GENERAL.has(field)) return [field];
  const said = [beside.fact, beside.key, beside.kind, outer];
  return said.filter((word) => typeof word === "string");
}

const GENERAL = new Set(["name", "value", "pattern"]);

function kindOfField(field: string, beside: Siblings, words: readonly string[]): ValueKind | null {
  // The API group of a resource, which is no group of people.
  if (field === "group" && Object.hasOwn(beside, "resource")) return null;
  const own = SAID_ONLY.has(field) ? null : (KIND_OF.get(field) ?? null);
  const said = GENERAL.has(field) ? words.map((word) => KIND_OF.get(word) ?? null) : [];
  return said.find((kind) => kind !== null) ?? own;
}

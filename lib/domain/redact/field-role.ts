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

const WHOLE = new Set([
  "displayName",
  "email",
  "fullName",
  "givenName",
  "familyName",
  "nickname",
  "iamUserName",
]);
/** Words of ours, of AWS's and of Kubernetes', as long as they look like it. */
const WORDS = new Set(
  `kind class decision verdict confidence code severity state status outcome timePrecision backEnd mode fact source
   nameFrom from end agreement certainty list way read noise partition region regions level verb verbs type
   apiGroup apiGroups apiVersion stage subresource resource resources part parts tells reason method trigger phase
   thing what over provider_type partition`.split(/\s+/),
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

/** A plain object, or null for what an array's elements stand in. */
export type Siblings = Readonly<Record<string, unknown>>;

/** By the field's name, what stands beside it, and `outer`, the field that its object stands in. */
export function fieldRole(field: string, value: string, beside: Siblings, outer: string): FieldRole {
  if (isRawField(field, beside)) return { way: "raw" };
  if (WORDS.has(field) && /^[A-Za-z][A-Za-z-]{0,40}$/.test(value)) return { way: "word" };
  if (WHOLE.has(field)) return { way: "whole", kind: "person" };
  const kind = kindOfField(field, beside, outer);
  if (kind === null || (kind === "name" && /\s/.test(value))) return { way: "text" };
  return { way: "name", kind };
}

/** A record's text stands beside its id. */
export function isRawField(field: string, beside: Siblings): boolean {
  return RAW.has(field) || (field === "text" && Object.hasOwn(beside, "recordId"));
}

function kindOfField(field: string, beside: Siblings, outer: string): ValueKind | null {
  // The API group of a resource, which is no group of people.
  if (field === "group" && Object.hasOwn(beside, "resource")) return null;
  if (field === "key" && isFilterTerm(beside)) return null;
  const own = KIND_OF.get(field) ?? null;
  if (field !== "name" && field !== "value" && field !== "pattern") return own;
  const said = [beside.fact, beside.key, beside.kind, outer].flatMap((word) =>
    typeof word === "string" ? [KIND_OF.get(word) ?? null] : [],
  );
  return said.find((kind) => kind !== null) ?? own;
}

function isFilterTerm(beside: Siblings): boolean {
  return Object.hasOwn(beside, "pattern") || Object.hasOwn(beside, "value");
}

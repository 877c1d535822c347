import type { BackEndContent } from "@/lib/domain/explain/mapping/configuration";
import { type BackEndKind, backEndOf } from "@/lib/domain/explain/mapping/back-end-modes";
import type { MappedCaller } from "@/lib/domain/explain/mapping/mapped-caller";
import type { AskInstance } from "@/lib/domain/explain/mapping/render-template";
import type { MappingEntry, SsoRole } from "@/lib/domain/parse/mappings/mapping-entry";
import { type Row, rowsOf, text } from "./row-check";

/** `identity` of a row. */
export function toCaller(identity: Row): MappedCaller {
  return {
    arn: text(identity, "arn"),
    canonicalArn: text(identity, "canonicalArn"),
    accountId: text(identity, "accountId"),
    userId: text(identity, "userId"),
    sessionName: text(identity, "sessionName"),
    accessKeyId: text(identity, "accessKeyId"),
  };
}

/** One of `backends`. */
export function toContent(backEnd: Row): BackEndContent {
  const kind = backEndOf(text(backEnd, "type")) ?? ("MountedFile" satisfies BackEndKind);
  return {
    kind,
    entries: [
      ...rowsOf(backEnd, "mapRoles").map((row) => toEntry("mapRoles", row)),
      ...rowsOf(backEnd, "mapUsers").map((row) => toEntry("mapUsers", row)),
    ],
    accounts: textsOf(backEnd.mapAccounts),
    reservedPrefixes: textsOf(backEnd.reservedPrefixes),
    ...(backEnd.userIDStrict === true && { findBy: "user-id" }),
  };
}

export function toEntry(list: MappingEntry["list"], row: Row): MappingEntry {
  return {
    list,
    arn: text(row, list === "mapRoles" ? "rolearn" : "userarn"),
    sso: toSso(row.sso),
    username: text(row, "username"),
    groups: textsOf(row.groups),
    userId: text(row, "userid") || null,
    place: null,
  };
}

function toSso(sso: unknown): SsoRole | null {
  if (typeof sso !== "object" || sso === null) return null;
  const row = sso as Row;
  return {
    permissionSetName: text(row, "permissionSetName"),
    accountId: text(row, "accountID"),
    partition: text(row, "partition"),
  };
}

/** What EC2 answers in a row. */
export function toInstanceAnswer({ ec2PrivateDNSName: name, ec2Error: error }: Row): AskInstance {
  return () => {
    if (typeof error === "string") return { error };
    return typeof name === "string" ? { name } : null;
  };
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { isPrincipalArn, type RemedyValues } from "../remedies/principal-at-cluster";
import type { Correction } from "../remedies/aws-auth/correction";
import { usernameOf } from "../remedies/aws-auth/new-entry-forms";
import type { Remedy } from "../reasons/reason";
import type { MappingReason } from "./mapping-denial";

/** What a remedy has to change in aws-auth; null = it changes nothing there, or nobody knows what. */
export function correctionOf(
  remedy: Remedy,
  { entry, mistake, accessEntry }: MappingReason,
  values: RemedyValues,
): Correction | null {
  if (remedy === "aws-auth-entry") return newEntry(accessEntry === null ? null : entry, values);
  if (mistake?.kind === "key" && remedy === "aws-auth-key") return mistake;
  if (mistake?.kind === "list" && remedy === "aws-auth-list") return mistake;
  if (entry === null || !isPrincipalArn(values.plainArn)) return null;
  if (mistake?.kind === "field" && remedy === "aws-auth-field")
    return { kind: "field", entry, written: mistake.written };
  if (remedy === "aws-auth-arn") return { kind: "value", entry, field: "arn", value: values.plainArn };
  if (remedy === "aws-auth-username")
    return { kind: "value", entry, field: "username", value: usernameOf(values) };
  return null;
}

/** With the names of the access entry that does not count, or else with a word to be filled in. */
function newEntry(like: MappingEntry | null, values: RemedyValues): Correction | null {
  const { plainArn, isUser } = values;
  if (!isPrincipalArn(plainArn)) return null;
  const groups = like === null || like.groups.length === 0 ? ["GROUP"] : like.groups;
  const username = like?.username ?? usernameOf(values);
  return { kind: "entry", list: isUser ? "mapUsers" : "mapRoles", arn: plainArn, username, groups };
}

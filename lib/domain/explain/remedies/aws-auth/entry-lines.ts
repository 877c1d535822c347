import type { MappingEntry } from "../../../parse/mappings/mapping-entry";
import { quoteYaml } from "../quote";

type Written = Pick<MappingEntry, "list" | "arn" | "username" | "groups">;

/** An entry of aws-auth as it should stand, each line after the same blanks. */
export function entryLines({ list, arn, username, groups }: Written, indent: string): string[] {
  const lines = [
    `- ${list === "mapRoles" ? "rolearn" : "userarn"}: ${quoteYaml(arn)}`,
    ...(username === "" ? [] : [`  username: ${quoteYaml(username)}`]),
    ...(groups.length === 0 ? [] : ["  groups:", ...groups.map((group) => `    - ${quoteYaml(group)}`)]),
  ];
  return lines.map((line) => indent + line);
}

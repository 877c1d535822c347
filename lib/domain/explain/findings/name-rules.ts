import { INSTANCE_NAME, TEMPLATES } from "../mapping/render-template";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { Found } from "./found";

const TEMPLATE = /\{\{[^{}]{0,100}\}\}/g;
/** What tells one session from another. */
const OF_SESSION = ["{{SessionName}}", "{{SessionNameRaw}}", "{{AccessKeyID}}", INSTANCE_NAME];
const NODE_GROUPS = ["system:bootstrappers", "system:nodes"];
const MASTERS = "system:masters";

/** What is to be said of an entry's username and groups. */
export function checkNames(entry: MappingEntry): Found[] {
  return [...checkUsername(entry), ...unknownTemplates(entry), ...checkGroups(entry)];
}

function checkUsername({ username, list }: MappingEntry): Found[] {
  if (username === "")
    return [{ code: "no-username", message: "The entry gives no username", instead: null }];
  if (list === "mapUsers") return [];
  if (!OF_SESSION.some((word) => username.includes(word)))
    return [
      {
        code: "static-username",
        message: `Whoever takes the role is ${username}`,
        instead: `${username}:{{SessionName}}`,
      },
    ];
  const isChosen = /^\{\{SessionName(Raw)?\}\}$/.test(username);
  return isChosen
    ? [{ code: "username-chosen-by-caller", message: `The username is ${username} alone`, instead: null }]
    : [];
}

function unknownTemplates({ username, groups }: MappingEntry): Found[] {
  const words = [username, ...groups].flatMap((text) => text.match(TEMPLATE) ?? []);
  return [...new Set(words)]
    .filter((word) => !TEMPLATES.includes(word))
    .map((word) => ({
      code: "unknown-template" as const,
      message: `${word} is no template`,
      instead: TEMPLATES.find((known) => bare(known) === bare(word)) ?? null,
    }));
}

const bare = (word: string) => word.replace(/\s/g, "").toLowerCase();

function checkGroups({ username, groups }: MappingEntry): Found[] {
  const found: Found[] = groups
    .filter((group) => /\s/.test(group))
    .map((group) => ({
      code: "blank-in-group",
      message: `${JSON.stringify(group)} is one group`,
      instead: null,
    }));
  if (groups.length === 0)
    found.push({ code: "no-groups", message: "The entry gives no groups", instead: null });
  if (groups.includes(MASTERS))
    found.push({
      code: "system-masters",
      message: `${username || "The entry"} is in ${MASTERS}`,
      instead: null,
    });
  const missing = NODE_GROUPS.filter((group) => !groups.includes(group));
  if (username.includes(INSTANCE_NAME) && missing.length > 0)
    found.push({ code: "node-groups", message: `${missing.join(" and ")} missing`, instead: null });
  return found;
}

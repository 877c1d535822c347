import type { EpochMs } from "../../time/time-range";
import type { AuthenticatorLine, AuthenticatorRecord } from "../authenticator-record";
import { splitGroups } from "../groups";
import type { MappingEntry } from "../mappings/mapping-entry";
import type { ConfigurationMark } from "./configuration-mark";
import { readLoadedFile } from "./read-loaded-file";

const MAPPER = /^starting mapper "(\w+)"$/;
const BROKEN = ["Errors parsing configmap: ", "error parsing config map: "];

/**
 * What a line of the authenticator tells of its configuration: at its start the mappers and the mounted file, later each
 * change of aws-auth that it noticed. `timeMs` is the line's own in its log (facts: authenticator §1.4, §1.5).
 */
export function marksOfLine(record: AuthenticatorRecord, timeMs: EpochMs): ConfigurationMark[] {
  if (record.kind !== "line" || record.event.type !== "other") return [];
  const { msg } = record;
  const mark = (rest: Pick<ConfigurationMark, "part" | "tells"> & Partial<ConfigurationMark>) => [
    { key: "", value: null, by: null, timeMs, ...rest },
  ];
  const hidden = hiddenEntry(record);
  if (hidden !== null)
    return mark({ part: "hidden", key: hidden.arn, tells: "seen", value: JSON.stringify(hidden) });
  const loaded = readLoadedFile(msg);
  if (loaded !== null) return mark({ part: "access-file", tells: "seen", value: JSON.stringify(loaded) });
  const mapper = MAPPER.exec(msg)?.[1];
  if (mapper !== undefined) return mark({ part: "mapper", key: mapper, tells: "seen", value: mapper });
  if (msg === "Received aws-auth watch event") return mark({ part: "aws-auth", tells: "touched" });
  if (msg === "Resetting configmap on delete") return mark({ part: "aws-auth", tells: "removed" });
  if (BROKEN.some((start) => msg.startsWith(start)))
    return mark({ part: "aws-auth", tells: "broken", value: msg.slice(msg.indexOf(": ") + 2) });
  return [];
}

/** The lines of the mounted file alone are printed so. */
function hiddenEntry({ msg, fields }: AuthenticatorLine): MappingEntry | null {
  const list = HIDDEN_LISTS.get(msg);
  if (list === undefined) return null;
  const arn = fields.get(list === "mapRoles" ? "role" : "user") ?? "";
  if (arn === "") return null;
  const username = fields.get("username") ?? "";
  const groups = splitGroups(fields.get("groups") ?? "[]");
  return { list, arn, sso: null, username, groups, userId: null, place: null };
}

const HIDDEN_LISTS: ReadonlyMap<string, MappingEntry["list"]> = new Map([
  ["mapping IAM role", "mapRoles"],
  ["mapping IAM user", "mapUsers"],
]);

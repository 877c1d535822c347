import { nearestWord } from "../../identity/nearest-word";
import type { TextPlace } from "../mappings/mapping-entry";
import { AWS_AUTH_LISTS } from "./aws-auth";
import type { GoMap, GoValue } from "../yaml/go-value";
import type { PlaceOf } from "../yaml/places";

export const CONFIG_MAP_PROBLEMS = [
  "too-large",
  "not-yaml",
  "not-a-config-map",
  "other-name",
  "no-data",
  "not-text",
  "misspelt-key",
] as const;

/** Something wrong around the lists of aws-auth. */
export interface ConfigMapProblem {
  readonly code: (typeof CONFIG_MAP_PROBLEMS)[number];
  readonly message: string;
  readonly place: TextPlace | null;
}

interface FoundData {
  /** null: there is none to be read. */
  readonly data: GoMap | null;
  readonly problems: readonly ConfigMapProblem[];
}

/** The `data` of the ConfigMap in a text, or the lists that stand there alone. */
export function dataOf(value: GoValue, placeOf: PlaceOf): FoundData {
  const none = refusal(placeOf);
  if (value.kind !== "object") return none("not-a-config-map", "it is no ConfigMap", value);
  const kind = textAt(value, "kind");
  if (kind === "List") return ofList(value, placeOf);
  if (kind !== null && kind !== "ConfigMap")
    return none("not-a-config-map", `it is a ${kind}, not the ConfigMap aws-auth`, value);
  const data = value.members.get("data");
  if (data?.kind === "object") return { data, problems: nameOf(value, placeOf) };
  if (data !== undefined && data.kind !== "null") return none("no-data", "its data is no map", data);
  if (kind === null && [...value.members.keys()].some(isListName)) return { data: value, problems: [] };
  return none(
    kind === null ? "not-a-config-map" : "no-data",
    kind === null ? "it is no ConfigMap" : "it has no data",
    value,
  );
}

/** `kubectl get cm -A -o yaml`: the one of that name. */
function ofList({ members, at }: GoMap, placeOf: PlaceOf): FoundData {
  const items = members.get("items");
  const maps = items?.kind === "array" ? items.items : [];
  const found = maps.find((one) => one.kind === "object" && textAt(metadataOf(one), "name") === "aws-auth");
  if (found !== undefined) return dataOf(found, placeOf);
  return refusal(placeOf)("not-a-config-map", "the list has no ConfigMap aws-auth", { at });
}

function nameOf(value: GoMap, placeOf: PlaceOf): ConfigMapProblem[] {
  const metadata = metadataOf(value);
  const [name, namespace] = [textAt(metadata, "name"), textAt(metadata, "namespace")];
  const isRight = (name ?? "aws-auth") === "aws-auth" && (namespace ?? "kube-system") === "kube-system";
  if (isRight) return [];
  const message = `it is ${namespace ?? "kube-system"}/${name ?? "aws-auth"}: only kube-system/aws-auth counts`;
  return [{ code: "other-name", message, place: placeOf((metadata ?? value).at) }];
}

function metadataOf(value: GoMap): GoMap | null {
  const metadata = value.members.get("metadata");
  return metadata?.kind === "object" ? metadata : null;
}

function textAt(map: GoMap | null, key: string): string | null {
  const value = map?.members.get(key);
  return value?.kind === "string" ? value.text : null;
}

function isListName(key: string): boolean {
  return nearestWord(key, AWS_AUTH_LISTS) !== null;
}

type Refuse = (code: ConfigMapProblem["code"], message: string, value: Pick<GoValue, "at">) => FoundData;

function refusal(placeOf: PlaceOf): Refuse {
  return (code, message, { at }) => ({ data: null, problems: [{ code, message, place: placeOf(at) }] });
}

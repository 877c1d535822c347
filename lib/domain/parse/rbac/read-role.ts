import { isObject, type JsonObject, objectOf } from "../json-fields";
import { type LabelSelector, readSelector } from "./label-selector";
import type { Place } from "./place";
import type { ObjectHead, PolicyRule, Role } from "./rbac-object";
import { readTexts } from "./read-texts";

/** The role of a `Role` or `ClusterRole`; rules that cannot be read are left out, the others keep their index. */
export function readRole(json: JsonObject, head: ObjectHead<Role["kind"]>, place: Place): Role {
  const rules = readRules(json.rules ?? [], place.at(", rules"));
  const aggregation = head.kind === "ClusterRole" ? (json.aggregationRule ?? null) : null;
  const selectors = aggregation === null ? null : readSelectors(aggregation, place.at(", aggregationRule"));
  return {
    ...head,
    labels: readLabels(json, place.at(", metadata.labels")),
    rules: rules.filter((rule) => rule !== null),
    aggregates: selectors?.filter((selector) => selector !== null) ?? null,
    isWhole: !rules.includes(null) && !selectors?.includes(null),
  };
}

function readRules(json: unknown, place: Place): readonly (PolicyRule | null)[] {
  if (!Array.isArray(json)) return [place.reject("is no list.")];
  return json.map((rule, index) => readRule(rule, index, place.at(`[${index}]`)));
}

function readRule(json: unknown, index: number, place: Place): PolicyRule | null {
  if (!isObject(json)) return place.reject("is no rule.");
  const texts = (field: string) => readTexts(json[field], place.at(`.${field}`));
  const [verbs, apiGroups, resources] = [texts("verbs"), texts("apiGroups"), texts("resources")];
  const [resourceNames, nonResourceUrls] = [texts("resourceNames"), texts("nonResourceURLs")];
  if (verbs === null || apiGroups === null || resources === null) return null;
  if (resourceNames === null || nonResourceUrls === null) return null;
  return { index, verbs, apiGroups, resources, resourceNames, nonResourceUrls };
}

function readSelectors(aggregation: unknown, place: Place): readonly (LabelSelector | null)[] {
  const json = isObject(aggregation) ? (aggregation.clusterRoleSelectors ?? []) : null;
  const here = place.at(".clusterRoleSelectors");
  if (!Array.isArray(json)) return [here.reject("is no list.")];
  return json.map((selector, i) => readSelector(selector, here.at(`[${i}]`)));
}

function readLabels(json: JsonObject, place: Place): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [key, value] of Object.entries(objectOf(objectOf(json.metadata).labels))) {
    if (typeof value === "string") labels.set(key, value);
    else place.reject(`has no text for ${key}.`);
  }
  return labels;
}

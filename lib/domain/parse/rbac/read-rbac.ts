import { isObject, type JsonObject, objectOf, textOf } from "../json-fields";
import { lineOfJsonError } from "../line-of-json-error";
import { parseJson } from "../parse-json";
import { openPlaces, type Place } from "./place";
import type { Binding, RbacReading, Role } from "./rbac-object";
import { type ListHead, readRbacObject } from "./read-rbac-object";

/**
 * The roles and bindings in JSON text of Kubernetes: one object, the `List` of
 * `kubectl get roles,rolebindings,clusterroles,clusterrolebindings -A -o json`, the answer of an API list
 * (`RoleList`, …), or an array of these. Never throws; what cannot be read is noted with its place and spoils no other.
 */
export function readRbac(text: string): RbacReading {
  const { root, rejects } = openPlaces();
  const found = new Map<string, Role | Binding>();
  const json = parseJson(text);
  if (!json.ok) root.at(lineOfJsonError(text)).reject("is no JSON; nothing was read.");
  else if (Array.isArray(json.value))
    for (const [i, one] of json.value.entries()) readDocument(one, root.at(`[${i}]`), found);
  else readDocument(json.value, root, found);
  const objects = [...found.values()];
  return { roles: objects.filter(isRole), bindings: objects.filter(isBinding), rejects: rejects() };
}

function readDocument(json: unknown, place: Place, found: Map<string, Role | Binding>): void {
  if (!isObject(json)) place.reject("is no object.");
  else if (json.kind === "Status")
    place.reject(`is an answer of the API server without objects: ${textOf(json.message) ?? ""}`);
  else if (Array.isArray(json.items)) readList(json, json.items, place, found);
  else keep(json, NO_LIST, place, found);
}

const NO_LIST: ListHead = { kind: null, apiVersion: null };

function readList(
  list: JsonObject,
  items: readonly unknown[],
  place: Place,
  found: Map<string, Role | Binding>,
): void {
  const named = textOf(list.kind) ?? "List";
  const isTyped = named !== "List" && named.endsWith("List");
  const head = isTyped
    ? { kind: named.slice(0, -"List".length), apiVersion: textOf(list.apiVersion) }
    : NO_LIST;
  for (const [i, item] of items.entries()) keep(item, head, place.at(`.items[${i}]`), found);
  if (textOf(objectOf(list.metadata).continue) !== null)
    place.at(".metadata.continue").reject("tells of a further page of this list, which is missing.");
}

function keep(json: unknown, list: ListHead, place: Place, found: Map<string, Role | Binding>): void {
  const object = readRbacObject(json, list, place);
  if (object === null) return;
  const { kind, namespace, name } = object;
  const key = JSON.stringify([kind, namespace, name]);
  if (found.has(key)) place.reject(`is the ${kind} ${name} once more; the first is taken.`);
  else found.set(key, object);
}

const isRole = (object: Role | Binding): object is Role => "rules" in object;
const isBinding = (object: Role | Binding): object is Binding => "subjects" in object;

import { isObject } from "../json-fields";
import type { Place } from "./place";
import { readTexts } from "./read-texts";

/** A Kubernetes label selector: a label set matches where all demands hold; without demands all match. */
export type LabelSelector = readonly LabelDemand[];

export interface LabelDemand {
  readonly key: string;
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
  readonly values: readonly string[];
}

/** As Kubernetes matches: `NotIn` holds also where the label is absent. */
export function selects(selector: LabelSelector, labels: ReadonlyMap<string, string>): boolean {
  return selector.every(({ key, operator, values }) => {
    const value = labels.get(key);
    if (operator === "Exists") return value !== undefined;
    if (operator === "DoesNotExist") return value === undefined;
    const isIn = value !== undefined && values.includes(value);
    return operator === "In" ? isIn : !isIn;
  });
}

/** The selector of `matchLabels` and `matchExpressions`; null where a part of it cannot be read. */
export function readSelector(json: unknown, place: Place): LabelSelector | null {
  if (!isObject(json)) return place.reject("is no label selector.");
  const equal = readMatchLabels(json.matchLabels ?? {}, place.at(".matchLabels"));
  const demands = readExpressions(json.matchExpressions ?? [], place.at(".matchExpressions"));
  return equal === null || demands === null ? null : [...equal, ...demands];
}

function readMatchLabels(json: unknown, place: Place): LabelDemand[] | null {
  if (!isObject(json)) return place.reject("is no object of labels.");
  const demands: LabelDemand[] = [];
  for (const [key, value] of Object.entries(json)) {
    if (typeof value !== "string") return place.reject(`has no text for ${key}.`);
    demands.push({ key, operator: "In", values: [value] });
  }
  return demands;
}

function readExpressions(json: unknown, place: Place): LabelDemand[] | null {
  if (!Array.isArray(json)) return place.reject("is no list.");
  const demands = json.map((one, i) => readExpression(one, place.at(`[${i}]`)));
  return demands.every((one) => one !== null) ? demands : null;
}

function readExpression(json: unknown, place: Place): LabelDemand | null {
  if (!isObject(json) || typeof json.key !== "string") return place.reject("names no label.");
  const { key } = json;
  const values = readTexts(json.values, place.at(".values"));
  const operator = OPERATORS.find((one) => one === json.operator);
  if (operator === undefined) return place.reject("has an operator that Kubernetes does not know.");
  if (values === null) return null;
  if (operator.endsWith("In") && values.length === 0) return place.reject(`has no values for ${operator}.`);
  return { key, operator, values };
}

const OPERATORS = ["In", "NotIn", "Exists", "DoesNotExist"] as const;

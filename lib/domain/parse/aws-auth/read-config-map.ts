import { nearestWord } from "../../identity/nearest-word";
import { type AwsAuth, AWS_AUTH_LISTS, type AwsAuthList } from "./aws-auth";
import { type ConfigMapProblem, dataOf } from "./config-map-data";
import { putTogether } from "./read-aws-auth";
import { decodeList, NO_LIST, type ReadList, readList } from "./read-list";
import type { GoMap, GoScalar, GoValue } from "../yaml/go-value";
import { type PlaceOf, placesIn, placesWithin } from "../yaml/places";
import { readGoValue } from "../yaml/read-go-value";
import { readAnyway } from "./read-anyway";

/** What a manifest, or the output of kubectl, says of aws-auth. Places are those of the whole text. */
export interface ConfigMapReading {
  readonly awsAuth: AwsAuth;
  /** What is wrong around the lists: then the cluster has them otherwise, or not at all. */
  readonly problems: readonly ConfigMapProblem[];
}

/**
 * Reads a whole text: `kubectl get cm aws-auth -o yaml` or `-o json`, a manifest, or the lists alone. Total; beside a mistake
 * the rest is read, so that all there is to say is said at once.
 */
export function readConfigMap(text: string): ConfigMapReading {
  const placeOf = placesIn(text);
  const exact = readGoValue(text);
  if (exact.ok) return readValue(exact.value, placeOf);
  const { words, at, isOurLimit } = exact.problem;
  if (isOurLimit) return nothing({ code: "too-large", message: words, place: null });
  const broken: ConfigMapProblem = { code: "not-yaml", message: words, place: placeOf(at) };
  const rest = readAnyway(text);
  if (rest === null) return nothing(broken);
  const { awsAuth, problems } = readValue(rest, placeOf);
  return { awsAuth, problems: [broken, ...problems.filter(({ code }) => code !== "not-a-config-map")] };
}

function readValue(value: GoValue, placeOf: PlaceOf): ConfigMapReading {
  const found = dataOf(value, placeOf);
  if (found.data === null) return { awsAuth: NO_LISTS, problems: found.problems };
  const lists = readLists(found.data, placeOf);
  const problems = [...found.problems, ...misspelt(found.data, placeOf), ...lists.problems];
  return { awsAuth: putTogether(lists.read), problems };
}

const NO_LISTS: AwsAuth = { entries: [], accounts: [], problems: [] };

function nothing(problem: ConfigMapProblem): ConfigMapReading {
  return { awsAuth: NO_LISTS, problems: [problem] };
}

function readLists({ members }: GoMap, placeOf: PlaceOf) {
  const problems: ConfigMapProblem[] = [];
  const read: Record<AwsAuthList, ReadList> = { mapRoles: NO_LIST, mapUsers: NO_LIST, mapAccounts: NO_LIST };
  for (const list of AWS_AUTH_LISTS) {
    const value = members.get(list);
    if (value === undefined || value.kind === "null") continue;
    if (value.kind !== "string") problems.push(notText(list, value, placeOf));
    read[list] = value.kind === "string" ? readText(list, value, placeOf) : decodeList(list, value, placeOf);
  }
  return { read, problems };
}

function readText(list: AwsAuthList, { text, origins, at }: GoScalar, placeOf: PlaceOf): ReadList {
  return readList(list, text, placesWithin(placeOf, origins, at));
}

/** The commonest way to write what never arrives. */
function notText(list: AwsAuthList, { kind, at }: GoValue, placeOf: PlaceOf): ConfigMapProblem {
  const is = kind === "array" ? "a list" : kind === "object" ? "a map" : `a ${kind}`;
  return {
    code: "not-text",
    message: `${list} is ${is}, and a ConfigMap holds texts: the API server refuses it. Write \`${list}: |\``,
    place: placeOf(at),
  };
}

function misspelt({ members }: GoMap, placeOf: PlaceOf): ConfigMapProblem[] {
  return [...members].flatMap(([key, { at }]) => {
    const meant = (AWS_AUTH_LISTS as readonly string[]).includes(key)
      ? null
      : nearestWord(key, AWS_AUTH_LISTS);
    if (meant === null) return [];
    return [
      {
        code: "misspelt-key",
        message: `${JSON.stringify(key)} is passed over: it must be ${meant}`,
        place: placeOf(at),
      },
    ];
  });
}

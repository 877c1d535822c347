import { nearestWord } from "../../identity/nearest-word";
import { type AwsAuth, AWS_AUTH_LISTS, type AwsAuthList } from "./aws-auth";
import { placesIn } from "./block-places";
import { type ConfigMapProblem, dataOf } from "./config-map-data";
import type { GoMap, GoValue } from "./go-value";
import { putTogether } from "./read-aws-auth";
import { decodeList, NO_LIST, type ReadList, readList } from "./read-list";
import { readYamlAnyway } from "./read-yaml";

/** What a manifest, or the output of kubectl, says of aws-auth. Places are those of the whole text. */
export interface ConfigMapReading {
  readonly awsAuth: AwsAuth;
  /** What is wrong around the lists: then the cluster has them otherwise, or not at all. */
  readonly problems: readonly ConfigMapProblem[];
}

/** Kubernetes takes none that is larger. */
const LONGEST = 1_000_000;

/**
 * Reads a whole text: `kubectl get cm aws-auth -o yaml` or `-o json`, a manifest, or the lists alone. Total; beside a mistake
 * the rest is read, so that all there is to say is said at once.
 */
export function readConfigMap(text: string): ConfigMapReading {
  if (text.length >= LONGEST)
    return nothing({ code: "too-large", message: "it is larger than Kubernetes takes (1 MB)", place: null });
  const { value, problem } = readYamlAnyway(text);
  const broken = problem === null ? [] : [{ code: "not-yaml" as const, ...problem }];
  if (value === null) return { awsAuth: NO_LISTS, problems: broken };
  const found = dataOf(value);
  if (found.data === null)
    return { awsAuth: NO_LISTS, problems: broken.length > 0 ? broken : found.problems };
  const lists = readLists(found.data, text.split("\n"));
  const problems = [...broken, ...found.problems, ...misspelt(found.data), ...lists.problems];
  return { awsAuth: putTogether(lists.read), problems };
}

const NO_LISTS: AwsAuth = { entries: [], accounts: [], problems: [] };

function nothing(problem: ConfigMapProblem): ConfigMapReading {
  return { awsAuth: NO_LISTS, problems: [problem] };
}

function readLists(data: GoMap, outer: readonly string[]) {
  const problems: ConfigMapProblem[] = [];
  const read: Record<AwsAuthList, ReadList> = { mapRoles: NO_LIST, mapUsers: NO_LIST, mapAccounts: NO_LIST };
  for (const list of AWS_AUTH_LISTS) {
    const value = data.entries.get(list);
    if (value === undefined || value.kind === "null") continue;
    if (value.kind !== "string") problems.push(notText(list, value));
    read[list] = value.kind === "string" ? readText(list, value, outer) : decodeList(list, value);
  }
  return { read, problems };
}

function readText(
  list: AwsAuthList,
  value: Parameters<typeof placesIn>[0],
  outer: readonly string[],
): ReadList {
  const toOuter = placesIn(value, outer);
  const { entries, accounts, problems } = readList(list, value.text);
  const moved = <T extends { readonly place: Parameters<typeof toOuter>[0] | null }>(one: T): T => ({
    ...one,
    place: one.place === null ? value.place : toOuter(one.place),
  });
  return { accounts, entries: entries.map(moved), problems: problems.map(moved) };
}

/** The commonest way to write what never arrives (facts: mission, example 2). */
function notText(list: AwsAuthList, { kind, place }: GoValue): ConfigMapProblem {
  const is = kind === "array" ? "a list" : kind === "object" ? "a map" : `a ${kind}`;
  return {
    code: "not-text",
    message: `${list} is ${is}, and a ConfigMap holds texts: the API server refuses it. Write \`${list}: |\``,
    place,
  };
}

function misspelt({ entries }: GoMap): ConfigMapProblem[] {
  return [...entries].flatMap(([key, { place }]) => {
    const meant = (AWS_AUTH_LISTS as readonly string[]).includes(key)
      ? null
      : nearestWord(key, AWS_AUTH_LISTS);
    if (meant === null) return [];
    return [
      { code: "misspelt-key", message: `${JSON.stringify(key)} is passed over: it must be ${meant}`, place },
    ];
  });
}

import type { PolicyRule } from "../../parse/rbac/rbac-object";
import type { ReachRequest, ResourceRequest, UrlRequest } from "./request";
import {
  apiGroupMatches,
  resourceMatches,
  resourceNameMatches,
  ruleAllows,
  urlMatches,
  verbMatches,
} from "./rule-matches";

/** What a rule would have to grant besides, to allow a request. */
export type Lack =
  /** It is limited to other names; or the request names nothing, and so cannot meet a name. */
  | "resource-name"
  | "verb"
  | "api-group"
  /** It grants the resource and not this subresource of it. */
  | "subresource"
  /** It grants subresources of the resource and not the resource itself. */
  | "resource-itself"
  | "resource"
  | "url"
  /** It is about URLs where a resource was asked for, or the other way round. */
  | "kind-of-rule";

export interface Miss<Rule extends PolicyRule> {
  readonly rule: Rule;
  readonly lacks: readonly Lack[];
}

/** How far a lack is from being none: what a person most probably forgot comes first. */
const DISTANCE: Readonly<Record<Lack, number>> = {
  "resource-name": 1,
  verb: 2,
  "api-group": 3,
  subresource: 3,
  "resource-itself": 4,
  resource: 8,
  url: 8,
  "kind-of-rule": 99,
};

/** The rule that comes nearest to allowing the request; the first of equals. null = there is no rule, or one allows. */
export function nearestMiss<Rule extends PolicyRule>(
  request: ReachRequest,
  rules: readonly Rule[],
): Miss<Rule> | null {
  let nearest: Miss<Rule> | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const rule of rules) {
    if (ruleAllows(request, rule)) return null;
    const lacks = request.kind === "url" ? lacksForUrl(request, rule) : lacksForResource(request, rule);
    const distance = lacks.reduce((sum, lack) => sum + DISTANCE[lack], 0);
    if (distance >= least) continue;
    least = distance;
    nearest = { rule, lacks };
  }
  return nearest;
}

function lacksForUrl({ verb, path }: UrlRequest, rule: PolicyRule): Lack[] {
  if (rule.nonResourceUrls.length === 0) return ["kind-of-rule"];
  const lacks: Lack[] = verbMatches(rule, verb) ? [] : ["verb"];
  return urlMatches(rule, path) ? lacks : [...lacks, "url"];
}

function lacksForResource(request: ResourceRequest, rule: PolicyRule): Lack[] {
  if (rule.resources.length === 0) return ["kind-of-rule"];
  const lacks: Lack[] = [];
  if (!verbMatches(rule, request.verb)) lacks.push("verb");
  if (!apiGroupMatches(rule, request.apiGroup)) lacks.push("api-group");
  if (!resourceMatches(rule, request)) lacks.push(resourceLack(request, rule));
  if (!resourceNameMatches(rule, request.name)) lacks.push("resource-name");
  return lacks;
}

function resourceLack({ resource, subresource }: ResourceRequest, { resources }: PolicyRule): Lack {
  if (subresource !== "") return resources.includes(resource) ? "subresource" : "resource";
  return resources.some((one) => one.startsWith(`${resource}/`)) ? "resource-itself" : "resource";
}

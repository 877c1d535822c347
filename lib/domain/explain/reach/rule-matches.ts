import type { PolicyRule } from "../../parse/rbac/rbac-object";
import type { ReachRequest, ResourceRequest } from "./request";

/** Whether a rule allows a request, as Kubernetes' RBAC authorizer decides it; letter case counts everywhere. */
export function ruleAllows(request: ReachRequest, rule: PolicyRule): boolean {
  if (!verbMatches(rule, request.verb)) return false;
  if (request.kind === "url") return urlMatches(rule, request.path);
  return (
    apiGroupMatches(rule, request.apiGroup) &&
    resourceMatches(rule, request) &&
    resourceNameMatches(rule, request.name)
  );
}

export function verbMatches(rule: PolicyRule, verb: string): boolean {
  return rule.verbs.includes("*") || rule.verbs.includes(verb);
}

export function apiGroupMatches(rule: PolicyRule, apiGroup: string): boolean {
  return rule.apiGroups.includes("*") || rule.apiGroups.includes(apiGroup);
}

/** `*` is all resources with their subresources; `pods` has none of `pods/exec`; a star in a `pods/*` is no wildcard. */
export function resourceMatches(
  { resources }: PolicyRule,
  { resource, subresource }: Pick<ResourceRequest, "resource" | "subresource">,
): boolean {
  if (resources.includes("*")) return true;
  if (subresource === "") return resources.includes(resource);
  return resources.includes(`${resource}/${subresource}`) || resources.includes(`*/${subresource}`);
}

/** Without names a rule is for all; with them never for a request that names nothing. */
export function resourceNameMatches({ resourceNames }: PolicyRule, name: string): boolean {
  return resourceNames.length === 0 || resourceNames.includes(name);
}

/** A star counts at the end only. */
export function urlMatches({ nonResourceUrls }: PolicyRule, path: string): boolean {
  return nonResourceUrls.some((url) => url === path || (url.endsWith("*") && path.startsWith(stem(url))));
}

function stem(url: string): string {
  let end = url.length;
  while (end > 0 && url.charAt(end - 1) === "*") end--;
  return url.slice(0, end);
}

/** The tool that a user agent names: what the client says of itself, never a proof. */
export interface ClientTool {
  readonly name: string;
  /** As the client writes it; null where it writes none that tells anything. */
  readonly version: string | null;
}

/** Beginnings of user agents, lower case. Longer ones go before those that they begin with. */
const TOOLS: readonly (readonly [start: string, name: string])[] = [
  ["kubectl/", "kubectl"],
  ["helm/", "Helm"],
  ["k9s/", "k9s"],
  ["lens/", "Lens"],
  ["openlens/", "OpenLens"],
  ["headlamp/", "Headlamp"],
  ["argocd-application-controller/", "Argo CD"],
  ["argocd-server/", "Argo CD"],
  ["argocd-", "Argo CD"],
  ["argo-cd", "Argo CD"],
  ["kustomize-controller/", "Flux"],
  ["helm-controller/", "Flux"],
  ["source-controller/", "Flux"],
  ["hashicorp/1.0 terraform/", "Terraform"],
  ["terraform-provider-", "Terraform"],
  ["opentofu/", "OpenTofu"],
  ["pulumi", "Pulumi"],
  ["eksctl/", "eksctl"],
  ["velero-server/", "Velero"],
  ["velero/", "Velero"],
  ["kubelet/", "kubelet"],
  ["karpenter", "Karpenter"],
  ["cluster-autoscaler/", "Cluster Autoscaler"],
  ["rancher/", "Rancher"],
  ["kubernetes-client/java", "Java client"],
  ["openapi-generator/", "Python client"],
  ["kubernetes-client/", "JavaScript client"],
  ["go-http-client/", "a Go program"],
  ["curl/", "curl"],
  ["mozilla/", "a browser"],
];

/** `kubectl/v1.31.4 (linux/amd64) …` → kubectl 1.31; null for agents that are not known. */
export function readClientTool(userAgent: string): ClientTool | null {
  const lower = userAgent.toLowerCase();
  const found = TOOLS.find(([start]) => lower.startsWith(start));
  if (found === undefined) return null;
  const [start, name] = found;
  return { name, version: start.endsWith("/") ? versionOf(lower.slice(start.length)) : null };
}

/** Major and minor; builds without one write zeros. */
function versionOf(rest: string): string | null {
  const version = /^v?(\d{1,4}\.\d{1,4})/.exec(rest)?.[1] ?? null;
  return version === "0.0" ? null : version;
}

/** `kubectl 1.31`, or the agent's first word where the tool is not known. */
export function nameClientTool(userAgent: string): string {
  const tool = readClientTool(userAgent);
  if (tool === null) return userAgent.split(/[\s/]/, 1)[0] || userAgent;
  return tool.version === null ? tool.name : `${tool.name} ${tool.version}`;
}

/** Each tool once, in the order of the agents. */
export function toolsOf({ userAgents }: { readonly userAgents: readonly string[] }): string[] {
  return [...new Set(userAgents.map(nameClientTool))];
}

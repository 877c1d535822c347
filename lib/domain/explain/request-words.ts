import type { KubeRequest } from "../correlate/kube-request";
import type { AuditObject } from "../parse/audit-event";

/** What of a request its words are made of. */
export type DescribedRequest = Pick<KubeRequest, "verb" | "object" | "outcome" | "uri">;

/** As a person says it, after who did it: `deleted namespace shop`, `tried to read secret web-tls in shop`. */
export function describeRequest({ verb, object, outcome, uri }: DescribedRequest): string {
  const isDenied = outcome === "denied";
  if (object === null) return `${isDenied ? "tried to call" : "called"} ${pathOf(uri ?? "")}`;
  const ofPart = Object.hasOwn(SUBRESOURCES, object.subresource)
    ? SUBRESOURCES[object.subresource]
    : undefined;
  const special = ofPart?.({ object, verb, uri: uri ?? "" });
  const [did, todo] = special ?? plainWords(verb, object);
  return isDenied ? `tried to ${todo}` : did;
}

/** What was done, and what was to be done. */
type Words = readonly [did: string, todo: string];

interface Special {
  readonly object: AuditObject;
  readonly verb: string;
  readonly uri: string;
}

const SUBRESOURCES: Readonly<Record<string, (of: Special) => Words | null>> = {
  exec: ({ object, uri }) => {
    const command = commandOf(uri);
    const pod = placed(object, "pod");
    return command === null
      ? [`opened a command in ${pod}`, `open a command in ${pod}`]
      : [`ran ${command} in ${pod}`, `run ${command} in ${pod}`];
  },
  attach: ({ object }) => both("attached to", "attach to", placed(object, "pod")),
  portforward: ({ object }) => both("forwarded ports of", "forward ports of", placed(object, "pod")),
  eviction: ({ object }) => both("evicted", "evict", placed(object, "pod")),
  scale: ({ object, verb }) =>
    verb === "get" ? null : both("scaled", "scale", placed(object, singular(object.resource))),
  token: ({ object, verb }) =>
    verb === "create"
      ? both("created a token of", "create a token of", placed(object, "service account"))
      : null,
};

function both(did: string, todo: string, what: string): Words {
  return [`${did} ${what}`, `${todo} ${what}`];
}

const VERBS: Readonly<Record<string, Words>> = {
  create: ["created", "create"],
  update: ["updated", "update"],
  patch: ["changed", "change"],
  delete: ["deleted", "delete"],
  deletecollection: ["deleted all", "delete all"],
  get: ["read", "read"],
  list: ["listed", "list"],
  watch: ["watched", "watch"],
};

function plainWords(verb: string, object: AuditObject): Words {
  const [did, todo] = (Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined) ?? [`did ${verb} of`, `${verb}`];
  const isMany = object.name === "" && verb !== "create";
  const kind = isMany ? plural(object.resource) : singular(object.resource);
  const part = object.subresource === "" ? "" : `${object.subresource} of `;
  return both(did, todo, part + placed(object, kind));
}

/** A namespace is its own place: events name it twice. */
function placed({ resource, namespace, name }: AuditObject, kind: string): string {
  const named = name === "" ? kind : `${kind} ${name}`;
  return namespace === "" || resource === "namespaces" ? named : `${named} in ${namespace}`;
}

/** Words that the rule for plurals does not undo, or that are more than one. */
const SINGULARS: Readonly<Record<string, string>> = {
  configmaps: "ConfigMap",
  serviceaccounts: "service account",
  rolebindings: "role binding",
  clusterroles: "cluster role",
  clusterrolebindings: "cluster role binding",
  networkpolicies: "network policy",
  persistentvolumes: "persistent volume",
  persistentvolumeclaims: "persistent volume claim",
  statefulsets: "StatefulSet",
  daemonsets: "DaemonSet",
  replicasets: "ReplicaSet",
  cronjobs: "CronJob",
  customresourcedefinitions: "CRD",
  poddisruptionbudgets: "pod disruption budget",
  endpoints: "endpoints",
};

/** `deployments` → `deployment`, `policies` → `policy`, `ingresses` → `ingress`. */
export function singular(resource: string): string {
  const known = Object.hasOwn(SINGULARS, resource) ? SINGULARS[resource] : undefined;
  if (known !== undefined) return known;
  if (resource.endsWith("ies")) return `${resource.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(resource)) return resource.slice(0, -2);
  return resource.endsWith("s") && !resource.endsWith("ss") ? resource.slice(0, -1) : resource;
}

function plural(resource: string): string {
  const one = Object.hasOwn(SINGULARS, resource) ? SINGULARS[resource] : undefined;
  if (one === undefined || one.endsWith("s")) return resource;
  return one.endsWith("y") ? `${one.slice(0, -1)}ies` : `${one}s`;
}

/** The command of an exec, as its path gives it: `?command=sh&command=-c`; null where it gives none. */
export function commandOf(uri: string): string | null {
  const query = uri.indexOf("?");
  if (query < 0) return null;
  const words = uri
    .slice(query + 1)
    .split("&")
    .filter((pair) => pair.startsWith("command="))
    .map((pair) => decode(pair.slice("command=".length)));
  return words.length === 0 ? null : `“${words.join(" ")}”`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function pathOf(uri: string): string {
  const query = uri.indexOf("?");
  return query < 0 ? uri : uri.slice(0, query);
}

/** What is asked for in kubectl's or a person's words, in those of the audit log: any of the values; empty = not asked. */
export interface AuditWords {
  readonly verb: readonly string[];
  readonly resource: readonly string[];
  /** A part of an object that stands in the request's path, such as `exec`; null = none. */
  readonly subresource: string | null;
}

/** A client's deed is a verb of HTTP's kind: an edit is a patch or an update, and what deletes many deletes one too. */
export function toAuditWords(verb: string | null, resource: string | null): AuditWords {
  const did = verb === null ? null : VERBS.get(verb.trim().toLowerCase());
  const what = resource === null ? null : readResource(resource);
  return {
    verb: verb === null ? [] : (did?.verb ?? [verb.trim()]),
    resource: what?.resource ?? [],
    subresource: did?.subresource ?? what?.subresource ?? null,
  };
}

interface Deed {
  readonly verb: readonly string[];
  readonly subresource?: string;
}

const CHANGE: Deed = { verb: ["patch", "update"] };
const DELETE: Deed = { verb: ["delete", "deletecollection"] };
const APPLY: Deed = { verb: ["patch", "create", "update"] };
const READ: Deed = { verb: ["get", "list", "watch"] };

/** A stream is asked for by create or, with newer clients, by get. */
const stream = (subresource: string): Deed => ({ verb: [], subresource });

const VERBS: ReadonlyMap<string, Deed> = new Map([
  ["delete", DELETE],
  ["deleted", DELETE],
  ["remove", DELETE],
  ["removed", DELETE],
  ["rm", DELETE],
  ["edit", CHANGE],
  ["edited", CHANGE],
  ["change", CHANGE],
  ["changed", CHANGE],
  ["label", CHANGE],
  ["annotate", CHANGE],
  ["cordon", CHANGE],
  ["apply", APPLY],
  ["applied", APPLY],
  ["created", { verb: ["create"] }],
  ["run", { verb: ["create"] }],
  ["scale", { verb: ["patch", "update"], subresource: "scale" }],
  ["evict", { verb: ["create"], subresource: "eviction" }],
  ["drain", { verb: ["create"], subresource: "eviction" }],
  ["exec", stream("exec")],
  ["attach", stream("attach")],
  ["port-forward", stream("portforward")],
  ["portforward", stream("portforward")],
  ["logs", { verb: ["get"], subresource: "log" }],
  ["read", READ],
  ["view", READ],
  ["describe", READ],
]);

/** kubectl's short names, as `kubectl api-resources` lists them. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["cj", "cronjobs"],
  ["cm", "configmaps"],
  ["crd", "customresourcedefinitions"],
  ["deploy", "deployments"],
  ["ds", "daemonsets"],
  ["ep", "endpoints"],
  ["hpa", "horizontalpodautoscalers"],
  ["ing", "ingresses"],
  ["netpol", "networkpolicies"],
  ["no", "nodes"],
  ["ns", "namespaces"],
  ["pdb", "poddisruptionbudgets"],
  ["po", "pods"],
  ["pv", "persistentvolumes"],
  ["pvc", "persistentvolumeclaims"],
  ["quota", "resourcequotas"],
  ["rs", "replicasets"],
  ["sa", "serviceaccounts"],
  ["sc", "storageclasses"],
  ["sts", "statefulsets"],
  ["svc", "services"],
]);

/** `deploy`, `Deployment`, `deployments.apps` and `pods/exec`; the log prints the plural in small letters. */
function readResource(text: string): { resource: string[]; subresource: string | null } {
  const [typed = "", subresource = ""] = text.trim().toLowerCase().split("/", 2);
  const word = typed.split(".", 1)[0] ?? "";
  return { resource: [...new Set(plurals(word))], subresource: subresource === "" ? null : subresource };
}

function plurals(word: string): string[] {
  const known = SHORT.get(word);
  if (known !== undefined) return [known];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  if (/(?:ss|x|ch|sh)$/.test(word)) return [word, `${word}es`];
  return word.endsWith("s") ? [word] : [word, `${word}s`];
}

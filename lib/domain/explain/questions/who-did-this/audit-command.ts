import type { TimeRange } from "../../../time/time-range";
import { isCopyable, quoteShell } from "../../remedies/quote";
import type { AuditWords } from "./audit-words";

/** What is looked for in one cluster's audit log. */
export interface AuditSearch {
  readonly cluster: string;
  readonly region: string;
  readonly words: AuditWords;
  readonly namespace: string | null;
  readonly name: string | null;
  readonly username: string | null;
  readonly range: TimeRange;
}

/**
 * Reads whatever the audit log has of it, also what is not kept, with AWS's own command line; null: a value of it may not
 * stand in a pattern. Source: CloudWatch Logs, filter patterns for JSON; the fields are those of Kubernetes' audit events.
 */
export function auditCommand(search: AuditSearch): string | null {
  const { cluster, region, words, namespace, name, username, range } = search;
  const conditions = [
    '($.stage = "ResponseComplete")',
    ...anyOf("$.verb", words.verb),
    ...anyOf("$.objectRef.resource", words.resource),
    ...anyOf("$.objectRef.subresource", one(words.subresource)),
    ...anyOf("$.objectRef.namespace", one(namespace)),
    ...anyOf("$.objectRef.name", one(name)),
    ...anyOf("$.user.username", one(username)),
  ];
  const values = [...words.verb, ...words.resource, words.subresource, namespace, name, username];
  if (values.some((value) => value !== null && !isPlain(value)) || !isCopyable(cluster)) return null;
  const group = quoteShell(`/aws/eks/${cluster}/cluster`);
  const pattern = quoteShell(`{ ${conditions.join(" && ")} }`);
  return `aws logs filter-log-events --region ${region} --log-group-name ${group} --log-stream-name-prefix kube-apiserver-audit- --start-time ${Math.floor(range.from)} --end-time ${Math.ceil(range.to)} --filter-pattern ${pattern}`;
}

function one(value: string | null): string[] {
  return value === null ? [] : [value];
}

function anyOf(field: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  return [`(${values.map((value) => `(${field} = "${value}")`).join(" || ")})`];
}

/** A quote ends the value in a pattern, a star stands for anything. */
function isPlain(value: string): boolean {
  return isCopyable(value) && !/["\\*]/.test(value);
}

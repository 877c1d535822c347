import type { StoredRequest } from "@/lib/domain/summarize/requests/request-page";
import { fromStoredId } from "../attempts/attempt-codes";
import { type Row, textOrNull } from "../sql-values";

/** What a question about requests reads: their rows, and the cluster by the name it has now. */
export const FROM_REQUESTS = "kube_write w JOIN source s ON s.id = w.source_id";
export const REQUEST_COLUMNS = "w.* EXCLUDE search, s.cluster";

export function readRequest(row: Row): StoredRequest {
  const resource = textOrNull(row.resource);
  const part = (name: string) => textOrNull(row[name]) ?? "";
  return {
    id: fromStoredId(row.id),
    cluster: part("cluster"),
    recordId: fromStoredId(row.record_id),
    recordMs: Number(row.record_ms),
    auditId: part("audit_id"),
    timeMs: Number(row.time_ms),
    verb: part("verb"),
    object:
      resource === null
        ? null
        : {
            group: part("api_group"),
            resource,
            subresource: part("subresource"),
            namespace: part("namespace"),
            name: part("name"),
          },
    uri: textOrNull(row.uri),
    code: row.code === null ? null : Number(row.code),
    outcome: row.denied === true ? "denied" : "allowed",
    reason: textOrNull(row.reason),
    caller: {
      arn: textOrNull(row.arn),
      canonicalArn: textOrNull(row.canonical_arn),
      accountId: textOrNull(row.account_id),
      uniqueId: textOrNull(row.unique_id),
      sessionName: textOrNull(row.session_name),
      accessKeyId: textOrNull(row.access_key_id),
    },
    kubernetes: { username: part("username"), groups: row.groups as string[], uid: part("uid") },
    actsAs: textOrNull(row.acts_as),
    clientIp: textOrNull(row.client_ip),
    userAgent: textOrNull(row.user_agent),
  };
}

import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import type { ColumnId } from "@/lib/search-params/attempts/list-columns";

/** What the records say, as they say it; "" where they do not. */
const TEXTS: Readonly<Partial<Record<ColumnId, (attempt: TracedAttempt) => string | null | undefined>>> = {
  reason: ({ error }) => (error === null ? null : reasonOfDenial(error)),
  confidence: ({ sts }) => sts?.confidence,
  username: ({ kubernetes }) => kubernetes?.username,
  groups: ({ kubernetes }) => kubernetes?.groups.join(", "),
  uid: ({ kubernetes }) => kubernetes?.uid,
  arn: ({ caller }) => caller?.arn ?? caller?.canonicalArn,
  account: ({ caller }) => caller?.accountId,
  session: ({ caller }) => caller?.sessionName,
  key: ({ caller }) => caller?.accessKeyId,
  id: ({ caller }) => caller?.uniqueId,
  sts: ({ stsEndpoint }) => stsEndpoint,
};

export function textOfColumn(id: ColumnId, attempt: TracedAttempt): string {
  return TEXTS[id]?.(attempt) ?? "";
}

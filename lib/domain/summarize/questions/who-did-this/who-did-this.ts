import { auditCommand } from "../../../explain/questions/who-did-this/audit-command";
import { toAuditWords } from "../../../explain/questions/who-did-this/audit-words";
import type { SentencePart } from "../../../explain/sentence-part";
import type { TracedRequest } from "../../requests/request-page";
import type { Gathered } from "../who-is-behind/gather-behind";
import { didThisVerdict } from "./did-this-verdict";
import { isRead, type NearQuestion, nearQuestions } from "./near-questions";
import { type CountedMaker, requestMakers } from "./request-makers";
import type { WhoDidThisFacts } from "./who-did-this-facts";

/** Who came to a cluster while it was done. */
export type LetIn = Omit<Gathered, "holders">;

/** Who did something in a cluster: the requests that are kept, each with who is behind it, and what is not kept. */
export interface WhoDidThis {
  readonly verdict: readonly SentencePart[];
  /** The audit log's words that were looked for. */
  readonly words: { readonly verb: readonly string[]; readonly resource: readonly string[] };
  /** Of the rows, those of most requests first. */
  readonly makers: readonly CountedMaker[];
  /** Newest first. */
  readonly rows: readonly TracedRequest[];
  readonly total: number;
  /** They may have done it without naming the object: a collection or a namespace that was deleted. */
  readonly also: readonly TracedRequest[];
  /** Where nothing matches: what is kept that is near. */
  readonly near: readonly NearQuestion[];
  /** Where nothing matches: who had been let in. Each of their attempts can be asked for all that was done around it. */
  readonly letIn: readonly LetIn[];
  readonly moreLetIn: number;
  /** What is kept of requests, and what is not. */
  readonly kept: readonly string[];
  /** Reads the rest from AWS; null = no one cluster is asked about, or a value cannot stand in it. */
  readonly command: string | null;
  readonly because: readonly string[];
}

export function whoDidThis(facts: WhoDidThisFacts): WhoDidThis {
  const { query, rows, total, also, moreLetIn, unread } = facts;
  const words = toAuditWords(query.verb, query.resource);
  const makers = requestMakers(rows);
  return {
    verdict: didThisVerdict(facts, makers),
    words: { verb: words.verb, resource: words.resource },
    ...{ makers, rows, total, also, moreLetIn },
    near: total > 0 ? [] : nearQuestions(facts),
    letIn: facts.letIn.map(({ holders: _, ...one }) => one),
    kept: KEPT,
    command: commandOf(facts),
    because: [...unread, ...(isRead(query) && total > 0 ? [READS_ARE_NOT_KEPT] : [])],
  };
}

const READS_ARE_NOT_KEPT = "Reads that were allowed are not kept, those that were denied are.";

const KEPT = [
  "Kept is what callers who came in through IAM changed, were denied, or opened in a pod by exec, attach or port-forward.",
  "Not kept is what was read and allowed, leases, events, questions about one's own rights, and what nodes do.",
  "Controllers and service accounts inside the cluster come in without IAM: what they do is in the audit log, and never here.",
];

function commandOf({ query, region }: WhoDidThisFacts): string | null {
  const { cluster, namespace, name, username, range } = query;
  if (cluster === null || region === null) return null;
  const words = toAuditWords(query.verb, query.resource);
  return auditCommand({ cluster, region, words, namespace, name, username, range });
}

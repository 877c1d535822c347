import { fieldsOf, textOf } from "./plain-fields";

/** What of an attempt a shared list shows; what is not known is empty. */
export interface SelectionRow {
  readonly timeMs: number;
  readonly decision: string;
  readonly cluster: string;
  /** The Kubernetes username, or why there is none. */
  readonly outcome: string;
  readonly caller: string;
}

/** The rows of a shared selection; none where the content is none. */
export function selectionRows(content: unknown): readonly SelectionRow[] {
  const { rows } = fieldsOf(content);
  return Array.isArray(rows) ? rows.flatMap(toRow) : [];
}

function toRow(row: unknown): SelectionRow[] {
  const { timeMs, decision, cluster, kubernetes, caller, error } = fieldsOf(row);
  // No other number is a time that can be shown.
  if (typeof timeMs !== "number" || !(Math.abs(timeMs) <= 8.64e15)) return [];
  const { username } = fieldsOf(kubernetes);
  const { canonicalArn } = fieldsOf(caller);
  return [
    {
      ...{ timeMs, decision: textOf(decision), cluster: textOf(cluster) },
      ...{ outcome: textOf(username) || textOf(error), caller: textOf(canonicalArn) },
    },
  ];
}

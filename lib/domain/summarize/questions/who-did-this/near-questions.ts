import { toAuditWords } from "../../../explain/questions/who-did-this/audit-words";
import type { WhoDidThisFacts } from "./who-did-this-facts";
import type { WhoDidThisQuery } from "./who-did-this-query";

/** The same question with one thing given up, and how many requests it would find. */
export interface NearQuestion {
  readonly text: string;
  readonly count: number;
  /** What is asked otherwise; null = it is left out. */
  readonly change: Partial<Record<"verb" | "name" | "range", string | null>>;
}

const MOST_VERBS = 4;

/** What is kept that is near to what was asked for. */
export function nearQuestions({ query, verbs, anyName, anyTime }: WhoDidThisFacts): NearQuestion[] {
  const asked = toAuditWords(query.verb, null).verb;
  const others = verbs.filter(({ value }) => !asked.includes(value)).slice(0, MOST_VERBS);
  return [
    ...others.map(({ value, count }) => ({ text: `${value} of the same`, count, change: { verb: value } })),
    ...(query.name === null || anyName === 0
      ? []
      : [{ text: "the same of any name", count: anyName, change: { name: null } }]),
    ...(anyTime === 0
      ? []
      : [
          {
            text: `the same within ${LONGEST_DAYS} days`,
            count: anyTime,
            change: { range: `${LONGEST_DAYS}d` },
          },
        ]),
  ];
}

export const LONGEST_DAYS = 90;

/** Allowed ones are not kept. */
export function isRead({ verb, resource }: Pick<WhoDidThisQuery, "verb" | "resource">): boolean {
  const words = toAuditWords(verb, resource);
  return words.subresource !== "exec" && words.verb.length > 0 && words.verb.every((one) => READS.has(one));
}

const READS: ReadonlySet<string> = new Set(["get", "list", "watch"]);

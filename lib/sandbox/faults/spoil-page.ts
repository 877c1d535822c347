import { createChance } from "../world/chance";
import type { CallFaultKind } from "./fault-plan";
import { pageTokenOf, type StruckCall } from "./strike-calls";

const LISTS = ["events", "Events"] as const;
const TOKENS = ["nextToken", "NextToken"] as const;

/** The page that a struck call is answered with. What has no list, or no token, stays as it is. */
export function spoilPage(kind: CallFaultKind | null, page: unknown, call: StruckCall): unknown {
  if (typeof page !== "object" || page === null) return page;
  const body = page as Readonly<Record<string, unknown>>;
  if (kind === "repeated-page-token") return withToken(body, pageTokenOf(call.input));
  if (kind === "twice") return withRecords(body, (records) => records.flatMap((one) => [one, one]));
  if (kind === "shuffled") return withRecords(body, shuffle);
  return page;
}

function withToken(body: Readonly<Record<string, unknown>>, token: unknown): unknown {
  const key = TOKENS.find((name) => Object.hasOwn(body, name));
  return key === undefined ? body : { ...body, [key]: token };
}

function withRecords(
  body: Readonly<Record<string, unknown>>,
  change: (records: readonly unknown[]) => unknown[],
): unknown {
  const key = LISTS.find((name) => Array.isArray(body[name]));
  return key === undefined ? body : { ...body, [key]: change(body[key] as unknown[]) };
}

function shuffle(records: readonly unknown[]): unknown[] {
  const chance = createChance(`shuffle/${records.length}`);
  return records
    .map((record) => ({ record, place: chance.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ record }) => record);
}

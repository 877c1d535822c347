import type { Attempt } from "@/lib/domain/correlate/attempt";
import { isGeneratedSession } from "@/lib/domain/correlate/chain/session-name";
import { mostFrequent } from "@/lib/domain/summarize/most-frequent";
import { type Row, textOrNull } from "../sql-values";

/** Who used which cluster. */
export type UsePlace = Pick<Attempt, "cluster" | "caller" | "kubernetes">;

/** One identity's use of one cluster on one day. */
export interface DayUse extends UsePlace {
  readonly dayMs: number;
  /** Only where the session's name names nobody: a key is new with each session, and there would be as many rows. */
  readonly accessKeyId: string | null;
  readonly writes: number;
  readonly denials: number;
  readonly streams: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Most frequent first, and no more than are worth keeping. */
  readonly userAgents: readonly string[];
  readonly clientIps: readonly string[];
}

const MOST_AGENTS = 8;
const MOST_IPS = 16;
/** Agents are chosen by clients. */
const LONGEST_AGENT = 200;
/** The API server adds it to whomever it knows; the authenticator's log, by which identities go, has it not (facts: authenticator §5). */
const ADDED_GROUP = "system:authenticated";

/** The uses that rows counted by identity, key, agent and address tell: one for each day and identity. */
export function foldUse(rows: readonly Row[]): DayUse[] {
  const uses = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([String(row.day_ms), toPlace(row), keyToKeep(row)]);
    uses.set(key, [...(uses.get(key) ?? []), row]);
  }
  return [...uses.values()].flatMap((group) => (group[0] === undefined ? [] : [toUse(group[0], group)]));
}

function toUse(first: Row, group: readonly Row[]): DayUse {
  const sum = (column: string) => group.reduce((total, row) => total + Number(row[column]), 0);
  return {
    ...toPlace(first),
    dayMs: Number(first.day_ms),
    accessKeyId: keyToKeep(first),
    writes: sum("writes"),
    denials: sum("denials"),
    streams: sum("streams"),
    firstMs: group.reduce((min, row) => Math.min(min, Number(row.first_ms)), Number.POSITIVE_INFINITY),
    lastMs: group.reduce((max, row) => Math.max(max, Number(row.last_ms)), 0),
    userAgents: mostFrequent(counted(group, "user_agent"), MOST_AGENTS).map((agent) =>
      agent.slice(0, LONGEST_AGENT),
    ),
    clientIps: mostFrequent(counted(group, "client_ip"), MOST_IPS),
  };
}

function toPlace(row: Row): UsePlace {
  const sessionName = textOrNull(row.session_name);
  const groups = (row.groups as string[]).filter((group) => group !== ADDED_GROUP);
  return {
    cluster: String(row.cluster),
    caller: {
      arn: null,
      canonicalArn: textOrNull(row.canonical_arn),
      accountId: textOrNull(row.account_id),
      uniqueId: textOrNull(row.unique_id),
      sessionName: sessionName === "" ? null : sessionName,
      accessKeyId: null,
    },
    kubernetes: { username: String(row.username), groups, uid: String(row.uid) },
  };
}

function keyToKeep(row: Row): string | null {
  const name = textOrNull(row.session_name) ?? "";
  return name === "" || isGeneratedSession(name) ? textOrNull(row.access_key_id) : null;
}

/** Each value of a column, with how many requests it stands for. */
function counted(group: readonly Row[], column: string) {
  return group.map((row) => [textOrNull(row[column]), Number(row.n)] as const);
}

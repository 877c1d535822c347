import type { HopEvent } from "@/lib/domain/correlate/chain/hop-event";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { isIdentity, type Meaning, printMeaning } from "@/lib/domain/parse/pasted/meaning";
import type { FoundMeaning, IdentityHit } from "@/lib/domain/summarize/identities/identity-report";
import { toStoredId } from "../attempts/attempt-codes";
import type { Database } from "../database";
import { eventRecordId } from "../records/record-ids";
import type { Reader } from "../sql-values";
import {
  findAttemptOfEvent,
  findAttemptOfId,
  findAttemptOfLine,
  findAttemptOfRecord,
} from "./find-attempt-of";
import { identitySql } from "./identity-sql";

/** Those of which something is known, in the order they were asked for. */
export function findMeanings(database: Database, meanings: readonly Meaning[]): Promise<FoundMeaning[]> {
  return database.snapshot(async (reader) => {
    const found: FoundMeaning[] = [];
    for (const meaning of meanings) {
      const one = await findMeaning(reader, meaning);
      if (one !== null) found.push({ asked: printMeaning(meaning), ...one });
    }
    return found;
  });
}

type Found = Omit<FoundMeaning, "asked">;

async function findMeaning(reader: Reader, { kind, value }: Meaning): Promise<Found | null> {
  if (isIdentity(kind)) return ofIdentity(await countIdentity(reader, { kind, value }));
  const attemptId = await FINDERS[kind](reader, value);
  if (attemptId !== null) return { identity: null, attemptId };
  return kind === "event" ? ofIdentity(await countIssued(reader, value)) : null;
}

const FINDERS = {
  attempt: findAttemptOfId,
  event: findAttemptOfEvent,
  record: findAttemptOfRecord,
  line: findAttemptOfLine,
} as const;

function ofIdentity(identity: IdentityHit | null): Found | null {
  return identity === null ? null : { identity, attemptId: null };
}

/** null = no attempt is its. */
async function countIdentity(reader: Reader, identity: IdentityRef): Promise<IdentityHit | null> {
  const sql = identitySql(identity);
  const [row] = await reader.rows(
    `SELECT sum(a.n)::DOUBLE AS n, max(a.time_ms)::DOUBLE AS last FROM ${sql.counts} a WHERE ${sql.condition}`,
    sql.params,
  );
  if (row === undefined || row.n === null) return null;
  return { ...identity, attempts: Number(row.n), lastMs: Number(row.last) };
}

/** An event that gave out credentials leads to what was done with them. */
async function countIssued(reader: Reader, eventId: string): Promise<IdentityHit | null> {
  const [row] = await reader.rows("SELECT event FROM hop_event WHERE record_id = $record_id LIMIT 1", {
    record_id: toStoredId(eventRecordId(eventId)),
  });
  if (row === undefined) return null;
  const { issued } = JSON.parse(String(row.event)) as HopEvent;
  const key = await countIdentity(reader, { kind: "key", value: issued?.accessKeyId ?? "" });
  return key ?? countIdentity(reader, { kind: "unique-id", value: issued?.principalId ?? "" });
}

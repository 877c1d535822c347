import { readHopsAgain } from "./chains/read-hops-again";
import { readCodesAgain } from "./attempts/read-codes-again";
import { readMarksAgain } from "./configuration/read-marks-again";
import { countUseAgain } from "./requests/write-use";
import { OWNER } from "./origins/owner";
import { moveTexts } from "./segments/move-texts";
import type { RawWriter } from "./segments/write-raw";
import type { Writer } from "./writer";

/** A step that SQL alone cannot do. */
type Work = (writer: Writer, raw: RawWriter) => Promise<void>;

/** The integers side by side, as `dimensions.ts` makes it; arithmetic of mixed types would be that of doubles. */
const actorHash = (alias: string, idBits: 31 | 32 = 32) =>
  [`${alias}caller_id`, `${alias}session_name_id`, `${alias}kube_identity_id`].reduce(
    (sum, id) => `(${sum} * ${2 ** idBits}::UHUGEINT + coalesce(${id}, 0)::UHUGEINT)`,
    `${alias}class::UHUGEINT`,
  );

/** 32 hex digits as the integer they are. */
const fromHex = (column: string) =>
  ["substr(C, 1, 16)", "substr(C, 17, 16)"]
    .map((half) => `('0x' || ${half.replace("C", column)})::UBIGINT::UHUGEINT`)
    .join(" * 18446744073709551616::UHUGEINT + ");

/** Step n takes a store from version n to n + 1, in one transaction. Steps are added, never changed. */
export const MIGRATIONS: readonly (readonly (string | Work)[])[] = [
  [
    `CREATE TABLE source (id VARCHAR, kind VARCHAR, label VARCHAR, cluster VARCHAR, account_id VARCHAR, region VARCHAR,
      log_group VARCHAR, state VARCHAR, problem VARCHAR, asked_from DOUBLE, asked_to DOUBLE, checkpoint VARCHAR,
      records INTEGER, rejects INTEGER, newest_ms DOUBLE, last_read_ms DOUBLE)`,
    "CREATE TABLE coverage (source_id VARCHAR, from_ms DOUBLE, to_ms DOUBLE)",
    `CREATE TABLE raw (record_id VARCHAR, source_id VARCHAR, log_group VARCHAR, stream VARCHAR, time_ms DOUBLE,
      event_id VARCHAR, text VARCHAR, sha256 VARCHAR, sha256_stored VARCHAR)`,
    `CREATE TABLE line (record_id VARCHAR, cluster VARCHAR, stream VARCHAR, time_ms DOUBLE, event_id VARCHAR,
      type VARCHAR, event VARCHAR)`,
    `CREATE TABLE sts_event (record_id VARCHAR, event_id VARCHAR, stream VARCHAR, time_ms DOUBLE, time_precision VARCHAR,
      name VARCHAR, region VARCHAR, account_id VARCHAR, access_key_id VARCHAR, principal_id VARCHAR, arn VARCHAR,
      user_agent VARCHAR, source_ip VARCHAR, candidate BOOLEAN)`,
    "CREATE TABLE cluster (id INTEGER, name VARCHAR)",
    `CREATE TABLE caller (id INTEGER, key VARCHAR, canonical_arn VARCHAR, account_id VARCHAR, unique_id VARCHAR,
      role VARCHAR, search VARCHAR)`,
    `CREATE TABLE session (id INTEGER, key VARCHAR, arn VARCHAR, session_name VARCHAR, access_key_id VARCHAR,
      search VARCHAR)`,
    `CREATE TABLE kube_identity (id INTEGER, key VARCHAR, username VARCHAR, groups VARCHAR[], uid VARCHAR,
      search VARCHAR)`,
    "CREATE TABLE reason (id INTEGER, key VARCHAR, search VARCHAR)",
    `CREATE TABLE attempt (id VARCHAR, time_ms DOUBLE, cluster_id INTEGER, granted BOOLEAN, class VARCHAR,
      caller_id INTEGER, session_id INTEGER, kube_identity_id INTEGER, reason_id INTEGER, sts_endpoint VARCHAR,
      sts VARCHAR, evidence VARCHAR)`,
    "CREATE TABLE stale_hour (hour_ms DOUBLE)",
  ],
  [
    // Attempts become integers. They are derived: what the lines tell is derived anew.
    ...["cluster", "caller", "session", "kube_identity", "reason", "attempt"].map(
      (table) => `DROP TABLE ${table}`,
    ),
    "CREATE TABLE cluster (id INTEGER, hash UHUGEINT, name VARCHAR, search VARCHAR)",
    `CREATE TABLE caller (id INTEGER, hash UHUGEINT, canonical_arn VARCHAR, account_id VARCHAR, unique_id VARCHAR,
      role VARCHAR, search VARCHAR)`,
    `CREATE TABLE session (id INTEGER, hash UHUGEINT, arn VARCHAR, session_name VARCHAR, access_key_id VARCHAR,
      search VARCHAR)`,
    "CREATE TABLE session_name (id INTEGER, hash UHUGEINT, name VARCHAR)",
    `CREATE TABLE kube_identity (id INTEGER, hash UHUGEINT, username VARCHAR, groups VARCHAR[], uid VARCHAR,
      search VARCHAR)`,
    "CREATE TABLE reason (id INTEGER, hash UHUGEINT, error VARCHAR, search VARCHAR)",
    `CREATE TABLE attempt (id UHUGEINT, time_ms DOUBLE, cluster_id INTEGER, granted BOOLEAN, class UTINYINT,
      caller_id INTEGER, session_id INTEGER, session_name_id INTEGER, kube_identity_id INTEGER, reason_id INTEGER,
      sts_endpoint VARCHAR, sts VARCHAR, evidence VARCHAR)`,
    "DELETE FROM stale_hour",
    "INSERT INTO stale_hour SELECT DISTINCT floor(time_ms / 3600000) * 3600000 FROM line WHERE type <> 'other'",
  ],
  [
    `CREATE TABLE unclaimed_token (time_ms DOUBLE, event_id VARCHAR, region VARCHAR, account_id VARCHAR,
      access_key_id VARCHAR, principal_id VARCHAR, arn VARCHAR)`,
    `INSERT INTO stale_hour SELECT DISTINCT floor(time_ms / 3600000) * 3600000 FROM sts_event WHERE candidate
      EXCEPT SELECT hour_ms FROM stale_hour`,
  ],
  [
    // Coverage by the age of what was read; polls read half an hour again, so all but the last one is settled.
    "ALTER TABLE coverage ADD COLUMN age_ms DOUBLE DEFAULT 0",
    "INSERT INTO coverage SELECT source_id, from_ms, to_ms - 1800000, 1800000 FROM coverage WHERE to_ms - from_ms > 1800000",
    "ALTER TABLE source ADD COLUMN late INTEGER DEFAULT 0",
  ],
  [
    // Whole milliseconds, actors, and counts by hour and day.
    `CREATE TABLE actor (id INTEGER, hash UHUGEINT, class UTINYINT, caller_id INTEGER, session_name_id INTEGER,
      kube_identity_id INTEGER)`,
    `INSERT INTO actor SELECT row_number() OVER (), ${actorHash("")}, *
      FROM (SELECT DISTINCT class, caller_id, session_name_id, kube_identity_id FROM attempt)`,
    `CREATE TABLE attempt_3 (id UHUGEINT, time_ms BIGINT, cluster_id INTEGER, granted BOOLEAN, class UTINYINT,
      caller_id INTEGER, session_id INTEGER, session_name_id INTEGER, kube_identity_id INTEGER, reason_id INTEGER,
      actor_id INTEGER, sts_endpoint VARCHAR, sts VARCHAR, evidence VARCHAR)`,
    `INSERT INTO attempt_3 SELECT a.id, floor(a.time_ms)::BIGINT, a.cluster_id, a.granted, a.class, a.caller_id,
      a.session_id, a.session_name_id, a.kube_identity_id, a.reason_id, t.id, a.sts_endpoint, a.sts, a.evidence
      FROM attempt a JOIN actor t ON t.hash = ${actorHash("a.")}`,
    "DROP TABLE attempt",
    "ALTER TABLE attempt_3 RENAME TO attempt",
    "CREATE TABLE usage_hour (time_ms BIGINT, cluster_id INTEGER, granted BOOLEAN, class UTINYINT, n INTEGER)",
    `CREATE TABLE usage_day (time_ms BIGINT, cluster_id INTEGER, granted BOOLEAN, class UTINYINT, actor_id INTEGER,
      reason_id INTEGER, n INTEGER)`,
    `INSERT INTO usage_hour SELECT time_ms // 3600000 * 3600000 AS hour, cluster_id, granted, class, count(*)
      FROM attempt GROUP BY ALL ORDER BY hour`,
    `INSERT INTO usage_day SELECT time_ms // 86400000 * 86400000 AS day, cluster_id, granted, class, actor_id, reason_id,
      count(*) FROM attempt GROUP BY ALL ORDER BY day`,
  ],
  [
    // Texts move to segments: `raw` keeps who and where.
    "ALTER TABLE raw RENAME TO raw_text",
    "CREATE SEQUENCE segment_ids",
    "CREATE SEQUENCE block_ids",
    "CREATE TABLE segment (id INTEGER, source_id VARCHAR, day_ms DOUBLE, name VARCHAR, bytes DOUBLE)",
    `CREATE TABLE raw_block (id INTEGER, segment_id INTEGER, place DOUBLE, bytes INTEGER, content_bytes INTEGER,
      records INTEGER, from_ms DOUBLE, to_ms DOUBLE)`,
    "CREATE TABLE stream (id INTEGER, hash UHUGEINT, source_id VARCHAR, name VARCHAR)",
    `CREATE TABLE raw (record_id UHUGEINT, stream_id INTEGER, time_ms DOUBLE, event_id VARCHAR, block_id INTEGER,
      place INTEGER, length INTEGER, sha256 BLOB, sha256_stored BLOB, original_bytes DOUBLE)`,
    moveTexts,
    "DROP TABLE raw_text",
  ],
  // Hours whose records retention took: what was derived of them cannot be derived anew, by a later step neither.
  ["CREATE TABLE forgotten_hour (hour_ms DOUBLE)"],
  [
    // Lines say by integers who and where; cluster, stream and AWS's id stand with source, stream and `raw`.
    "CREATE TABLE line_7 (record_id UHUGEINT, stream_id INTEGER, time_ms DOUBLE, type VARCHAR, event VARCHAR)",
    `INSERT INTO line_7 SELECT ${fromHex("l.record_id")}, t.id, l.time_ms, l.type, l.event
      FROM line l JOIN (SELECT s.cluster, t.name, min(t.id) AS id FROM stream t JOIN source s ON s.id = t.source_id
        GROUP BY s.cluster, t.name) t ON t.cluster = l.cluster AND t.name = l.stream`,
    "DROP TABLE line",
    "ALTER TABLE line_7 RENAME TO line",
  ],
  [
    // Chains: who issued which credentials, where to look for it, and what is known of each session's.
    "ALTER TABLE sts_event ADD COLUMN credentials VARCHAR",
    "CREATE TABLE hop_event (record_id UHUGEINT, time_ms BIGINT, event VARCHAR)",
    "CREATE TABLE hop_address (hash UHUGEINT, time_ms BIGINT, record_id UHUGEINT)",
    "CREATE TABLE session_start (owner UHUGEINT, confidence VARCHAR, credentials VARCHAR)",
    readHopsAgain,
    `INSERT INTO stale_hour SELECT DISTINCT floor(time_ms / 3600000) * 3600000 FROM sts_event WHERE candidate
      EXCEPT SELECT hour_ms FROM stale_hour EXCEPT SELECT hour_ms FROM forgotten_hour`,
  ],
  [
    // More kinds of hops, and the ids of sign-ins: events are read once more, where their records are still there.
    readHopsAgain,
    `UPDATE session_start SET credentials = e.credentials FROM session t JOIN sts_event e
        ON e.access_key_id = t.access_key_id AND e.candidate AND e.credentials LIKE '%"signInSessionArn":"%'
      WHERE session_start.owner = t.id::UHUGEINT`,
  ],
  // What the event history was asked for, and until when its answer holds.
  ["CREATE TABLE lookup_asked (hash UHUGEINT, asked_ms DOUBLE, until_ms DOUBLE, found INTEGER)"],
  [
    // Origins as rows. All sessions there are get theirs in the background; see decision 018.
    `CREATE TABLE origin (id INTEGER, hash UHUGEINT, kind UTINYINT, name VARCHAR, name_from VARCHAR, confidence VARCHAR,
      user_id VARCHAR, ended VARCHAR, search VARCHAR)`,
    "CREATE TABLE session_origin (owner UHUGEINT, origin_id INTEGER, used_ms BIGINT)",
    "CREATE TABLE stale_origin (owner UHUGEINT, time_ms BIGINT)",
    "CREATE TABLE origin_want (hash UBIGINT, to_ms BIGINT, owner UHUGEINT)",
    "CREATE TABLE new_hop (hash UBIGINT, time_ms BIGINT)",
    "ALTER TABLE actor ADD COLUMN origin_id INTEGER",
    `UPDATE actor SET hash = ${actorHash("", 31)} * 2147483648::UHUGEINT`,
    `INSERT INTO stale_origin SELECT ${OWNER} AS owner, min(a.time_ms) FROM attempt a
      LEFT JOIN session t ON t.id = a.session_id GROUP BY owner`,
  ],
  [
    // How each event history is read, and whose sessions were looked up one by one.
    `CREATE TABLE reading_way (source_id VARCHAR, way VARCHAR, since_ms DOUBLE, events_per_h DOUBLE,
      sessions_per_h DOUBLE)`,
    "CREATE TABLE looked_up_session (session_id INTEGER)",
  ],
  [
    // Requests to the Kubernetes API that are kept: they outlive their raw records.
    `CREATE TABLE kube_write (id UHUGEINT, time_ms BIGINT, source_id VARCHAR, record_id UHUGEINT, record_ms DOUBLE,
      audit_id VARCHAR, verb VARCHAR, api_group VARCHAR, resource VARCHAR, subresource VARCHAR, namespace VARCHAR,
      name VARCHAR, uri VARCHAR, code INTEGER, denied BOOLEAN, reason VARCHAR, arn VARCHAR, canonical_arn VARCHAR,
      account_id VARCHAR, unique_id VARCHAR, session_name VARCHAR, access_key_id VARCHAR, username VARCHAR,
      groups VARCHAR[], uid VARCHAR, acts_as VARCHAR, client_ip VARCHAR, user_agent VARCHAR, search VARCHAR)`,
  ],
  // Places that were only asked for single events stood there as imported, and imports are kept for good.
  ["UPDATE source SET state = 'looked-up' WHERE state = 'imported' AND starts_with(id, 'cloudtrail/')"],
  [
    // Whose sessions were looked up: of the attempt, where the log prints no key that tells sessions apart.
    `CREATE TABLE looked_up_owner AS SELECT l.session_id::UHUGEINT AS owner FROM looked_up_session l
      JOIN session t ON t.id = l.session_id WHERE t.access_key_id IS NOT NULL`,
    "DROP TABLE looked_up_session",
  ],
  [
    // Who people are: where Identity Center keeps them, and what directories say of them.
    "CREATE TABLE user_place (user_id VARCHAR, store_id VARCHAR, account_id VARCHAR, region VARCHAR)",
    `CREATE TABLE directory_user (user_id VARCHAR, iam_user VARCHAR, source VARCHAR, outcome VARCHAR, user_name VARCHAR,
      display_name VARCHAR, email VARCHAR, called VARCHAR, until_ms DOUBLE, search VARCHAR)`,
  ],
  [
    // Use of the Kubernetes API by identity and day: it outlives the requests.
    `CREATE TABLE kube_use (day_ms BIGINT, cluster_id INTEGER, caller_id INTEGER, session_name_id INTEGER,
      kube_identity_id INTEGER, access_key_id VARCHAR, writes INTEGER, denials INTEGER, streams INTEGER,
      first_ms BIGINT, last_ms BIGINT, user_agents VARCHAR[], client_ips VARCHAR[])`,
    countUseAgain,
  ],
  [
    // What is told of the configuration of clusters, and when: it outlives the records that tell it.
    `CREATE TABLE config_mark (id UHUGEINT, cluster VARCHAR, account_id VARCHAR, region VARCHAR, part VARCHAR, key VARCHAR,
      tells VARCHAR, time_ms DOUBLE, until_ms DOUBLE, value VARCHAR, author VARCHAR, source_id VARCHAR, record_id UHUGEINT,
      record_ms DOUBLE, request_id UHUGEINT, event_id VARCHAR)`,
    readMarksAgain,
  ],
  // Why it was denied, as a code that is counted. A better reading of the texts repeats the second part; see decision 023.
  ["ALTER TABLE reason ADD COLUMN code VARCHAR", readCodesAgain],
];

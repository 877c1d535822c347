/** What ends a text in SQL, and what would follow it. */
const ENDS = ["'", '"', "')", "';", "\\'", "%'", "$$", "\u0000'", "’", "''"] as const;
const DEEDS = [
  " OR 1=1 --",
  " OR '1'='1",
  "; DROP TABLE attempts; --",
  "; COPY (SELECT 1) TO '/tmp/gatebook-hostile.csv'; --",
  " UNION ALL SELECT * FROM read_csv_auto('/etc/passwd') --",
  " UNION SELECT null,null,null,null --",
  "; ATTACH '/tmp/gatebook-hostile.db'; --",
  "; INSTALL httpfs; LOAD httpfs; --",
  " AND (SELECT count(*) FROM range(10000000000)) > 0 --",
  "/**/OR/**/1/**/=/**/1",
] as const;

/** A hundred texts that would be SQL where a text is put into a statement. */
export const SQL_TEXTS: readonly string[] = ENDS.flatMap((end) => DEEDS.map((deed) => `x${end}${deed}`));

/** Of the same length: true and false, where they were conditions. */
export const ALWAYS = "zz' OR '1'='1";
export const NEVER = "zz' OR '1'='2";

/** What only the engine of the store says. */
export const SAID_BY_STORE =
  /(Parser|Binder|Catalog|Conversion|Invalid Input|IO|Permission|Constraint) Error|duckdb|syntax error at or near|LINE 1:/i;

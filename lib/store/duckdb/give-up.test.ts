import { setImmediate } from "node:timers/promises";
import { INTEGER } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { Database } from "./database";

/** Takes DuckDB many minutes. */
const ENDLESS =
  "SELECT count(*) AS n FROM range(10000000000) a, range(1000) b WHERE a.range % 7 = b.range % 5";

it("ends a question that is given up, down to DuckDB, and answers the next one", async () => {
  const database = await Database.open(":memory:", { threads: "2" });
  const abort = new AbortController();
  let begun: () => void = () => undefined;
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const asked = database.snapshot(({ rows }) => {
    begun();
    return rows(ENDLESS);
  }, abort.signal);
  await running;
  abort.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  expect(await database.rows("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await database.close();
});

it("does not begin what was given up before, nor go on to the next part of it", async () => {
  const database = await Database.open(":memory:", {});
  const begun: string[] = [];
  const gone = AbortSignal.abort();
  const never = database.snapshot(async () => begun.push("first"), gone);
  await expect(never).rejects.toMatchObject({ name: "AbortError" });
  const abort = new AbortController();
  const half = database.snapshot(async ({ rows }) => {
    await rows("SELECT 1");
    abort.abort();
    await rows("SELECT 2");
    begun.push("second");
  }, abort.signal);
  await expect(half).rejects.toMatchObject({ name: "AbortError" });
  expect(begun).toEqual([]);
  await database.close();
});

it("waits for what one part still asks when another has failed, and lets it ask no more", async () => {
  const database = await Database.open(":memory:", { threads: "2" });
  const told: string[] = [];
  const slow = "SELECT count(*) AS n FROM range(3000) a, range(3000) b WHERE a.range % 7 = b.range % 5";
  for (let round = 0; round < 20; round++) {
    const asked = database.snapshot(async ({ rows }) => {
      const failing = rows("SELECT no_such_column");
      const on = async () => {
        await rows(slow);
        told.push("slow");
        // DuckDB may answer either of the two first.
        await failing.catch(() => setImmediate());
        await rows("SELECT 1").then(
          () => told.push("asked on"),
          () => told.push("refused"),
        );
      };
      await Promise.all([on(), failing]);
    });
    await expect(asked).rejects.toThrow("no_such_column");
  }
  await expect.poll(() => told).toEqual(Array.from({ length: 20 }, () => ["slow", "refused"]).flat());
  await database.close();
});

it("takes back all that a transaction wrote, also what still ran when it failed", async () => {
  const database = await Database.open(":memory:", { threads: "2" });
  await database.transaction((writer) => writer.run("CREATE TABLE t (n INTEGER)"));
  const failed = database.transaction((writer) =>
    Promise.all([
      writer.run("SELECT no_such_column"),
      writer.run("INSERT INTO t SELECT 1 FROM range(2000) a, range(2000) b WHERE a.range = b.range"),
      writer.append("t", [INTEGER], [[1, 2, 3]]),
    ]),
  );
  await expect(failed).rejects.toThrow("no_such_column");
  expect(await database.rows("SELECT count(*)::INTEGER AS n FROM t")).toEqual([{ n: 0 }]);
  await database.close();
});

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

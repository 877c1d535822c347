import { expect, test } from "vitest";
import { oneAfterTheOther } from "./one-after-the-other";

/** A work that ends when it is told to. */
function createWork() {
  let end: (value: string) => void = () => undefined;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const run = () => {
    begin();
    return ended;
  };
  return { run, begun, end };
}

const room = () => oneAfterTheOther({ seats: 2, what: "searches", retryAfterS: 5 });

test("one is done at a time, in the order they came; whoever finds no seat is told to come again", async () => {
  const take = room();
  const works = [createWork(), createWork(), createWork()];
  const [first, second, third] = works.map(({ run }) => take(run));
  await expect(take(async () => "x")).rejects.toMatchObject({
    name: "TooBusy",
    message: "Too many searches at once.",
    retryAfterS: 5,
  });
  const order: number[] = [];
  for (const [n, { begun }] of works.entries()) void begun.then(() => order.push(n));
  await works[0]?.begun;
  expect(order).toEqual([0]);
  works[0]?.end("a");
  expect(await first).toBe("a");
  await works[1]?.begun;
  expect(order).toEqual([0, 1]);
  works[1]?.end("b");
  works[2]?.end("c");
  expect(await second).toBe("b");
  expect(await third).toBe("c");
  expect(order).toEqual([0, 1, 2]);
  expect(await take(async () => "again")).toBe("again");
});

test("whoever leaves gives up the turn, and one that fails lets the next in", async () => {
  const take = room();
  const work = createWork();
  const first = take(async () => {
    await work.run();
    throw new Error("it failed");
  });
  const abort = new AbortController();
  const leaving = take(async () => "never", abort.signal);
  const staying = take(async () => "mine");
  abort.abort(new Error("gone"));
  await expect(leaving).rejects.toThrow("gone");
  work.end("");
  await expect(first).rejects.toThrow("it failed");
  expect(await staying).toBe("mine");
  await expect(take(async () => "late", abort.signal)).rejects.toThrow("gone");
});

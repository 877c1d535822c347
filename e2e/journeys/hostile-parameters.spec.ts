import { existsSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { ApiDocument } from "../api-document";
import { expect, test } from "../fixtures";
import { ALWAYS, NEVER, SAID_BY_STORE, SQL_TEXTS } from "../hostile/sql-texts";
import { spellPort, watchPort } from "../hostile/watch-port";
import { recentDays } from "../recent-days";

/** Each parameter takes so many of the texts in turn; all of them by GATEBOOK_HOSTILE. */
const OF_EACH = process.env.GATEBOOK_HOSTILE === undefined ? 3 : 100;
/** Searches of the raw records that one may have at once. */
const AT_ONCE = 2;

/** One parameter of one path that answers JSON. */
interface Place {
  readonly path: string;
  readonly name: string;
  readonly where: string;
}

async function everyPlace(origin: string): Promise<Place[]> {
  const document = await ApiDocument.load(origin);
  return document.paths
    .filter((path) => document.givesJson(path))
    .flatMap((path) => document.parametersOf(path).map((of) => ({ path, name: of.name, where: of.in })));
}

/** Address of the path with a text in that parameter, over whole days, so that two answers can be compared. */
function addressOf({ path, name, where }: Place, text: string): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, part) =>
    encodeURIComponent(where === "path" && part === name ? text : "prod").replaceAll(/%2f|%5c|%00/gi, "-"),
  );
  const query = new URLSearchParams(recentDays(1));
  if (where === "query") query.set(name, text);
  return `${filled}?${query}`;
}

async function inTurns<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const work = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function ask(request: APIRequestContext, address: string) {
  const response = await request.get(address);
  return { status: response.status(), body: await response.text() };
}

test("SQL in any parameter of the API is a text: refused as one, or found nowhere", async ({
  request,
}, info) => {
  const origin = `${info.project.use.baseURL}`;
  test.setTimeout(600_000);
  const places = await everyPlace(origin);
  expect(places.length).toBeGreaterThan(100);
  const asked = places.flatMap((place, nth) =>
    Array.from({ length: OF_EACH }, (_, turn) => ({
      place,
      text: SQL_TEXTS[(nth * OF_EACH + turn) % SQL_TEXTS.length] ?? "",
    })),
  );
  const wrong: string[] = [];
  await inTurns(asked, async ({ place, text }) => {
    const { status, body } = await ask(request, addressOf(place, text));
    if (![200, 400, 404].includes(status) || SAID_BY_STORE.test(body))
      wrong.push(`${place.path} ${place.name}=${text}: ${status} ${body.slice(0, 200)}`);
  });
  await inTurns(places, async (place) => {
    const [always, never] = [
      await ask(request, addressOf(place, ALWAYS)),
      await ask(request, addressOf(place, NEVER)),
    ];
    if (always.status !== never.status || countRows(always.body) !== countRows(never.body))
      wrong.push(`${place.path} ${place.name}: a condition in it counts`);
  });
  expect(wrong).toEqual([]);
  expect(["csv", "db"].filter((end) => existsSync(`/tmp/gatebook-hostile.${end}`))).toEqual([]);
});

/** -1 = the answer is no list of rows. */
function countRows(body: string): number {
  const { rows } = JSON.parse(body) as { rows?: unknown };
  return Array.isArray(rows) ? rows.length : -1;
}

test("an address in any parameter, header or body leads Gatebook nowhere", async ({ request }, info) => {
  const origin = `${info.project.use.baseURL}`;
  test.setTimeout(600_000);
  const watched = await watchPort();
  const spelled = spellPort(watched.port);
  expect(spelled.length).toBeGreaterThanOrEqual(200);
  const places = await everyPlace(origin);
  let turn = 0;
  const next = () => spelled[turn++ % spelled.length] ?? "";
  await inTurns([...places, ...places], async (place) => {
    const text = next();
    const ascii = encodeURI(text);
    const headers = {
      referer: ascii,
      "x-forwarded-host": ascii,
      "x-original-url": ascii,
      forwarded: `host=${ascii}`,
    };
    const response = await request.get(addressOf(place, text), { headers });
    expect([200, 400, 404]).toContain(response.status());
  });
  for (const text of spelled) {
    const headers = { origin };
    const view = { kind: "preview", view: text, level: "R1", note: text };
    expect((await request.post("/api/v1/shares", { headers, data: view })).status()).not.toBe(500);
  }
  expect(turn).toBeGreaterThanOrEqual(200);
  expect(watched.connections()).toBe(0);
  await fetch(`http://127.0.0.1:${watched.port}/`);
  expect(watched.connections()).toBe(1);
  await watched.close();
});

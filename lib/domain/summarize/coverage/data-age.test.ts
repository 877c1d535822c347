import { expect, test } from "vitest";
import { aLog, aTrail, NOW } from "@/lib/testing/coverage-scene";
import { dataAgeOf } from "./data-age";

const MINUTE = 60_000;
const readTo = (to: number) => [{ from: NOW - 600 * MINUTE, to }];
const prod = aLog({ id: "a", cluster: "prod", read: readTo(NOW - 2 * MINUTE) });
const staging = aLog({ id: "b", cluster: "staging", state: "failed", read: readTo(NOW - 90 * MINUTE) });

test("the log that lies furthest behind tells the age, a failing one too", () => {
  expect(dataAgeOf({ nowMs: NOW, sources: [prod, staging] }, [])).toBe(90 * MINUTE);
  expect(dataAgeOf({ nowMs: NOW, sources: [prod, staging] }, ["prod"])).toBe(2 * MINUTE);
});

test("other sources, files and logs that are gone play no part", () => {
  const trail = aTrail({ read: readTo(NOW - 999 * MINUTE) });
  const file = aLog({ id: "c", state: "imported", read: readTo(NOW - 999 * MINUTE) });
  const gone = aLog({ id: "d", state: "gone", read: readTo(NOW - 999 * MINUTE) });
  expect(dataAgeOf({ nowMs: NOW, sources: [prod, trail, file, gone] }, [])).toBe(2 * MINUTE);
});

test("what was not read yet has no age", () => {
  expect(dataAgeOf({ nowMs: NOW, sources: [] }, [])).toBeNull();
  expect(dataAgeOf({ nowMs: NOW, sources: [prod, aLog({ id: "e", read: [] })] }, [])).toBeNull();
  expect(dataAgeOf({ nowMs: NOW, sources: [prod] }, ["other"])).toBeNull();
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { choosePlan } from "./choose-plan";
import { NAMED_PLANS, shakyCalls } from "./named-plans";
import { readFaultPlan } from "./read-fault-plan";

test("a bad day by its name, or from a file", async () => {
  expect(await choosePlan("bad-day")).toBe(NAMED_PLANS["bad-day"]);
  const folder = await mkdtemp(join(tmpdir(), "gatebook-faults-"));
  const file = join(folder, "plan.json");
  const plan = { seed: 3, calls: [{ kind: "cut", share: 0.5, everyS: 60, lastsS: 5 }] };
  await writeFile(file, JSON.stringify(plan));
  expect(await choosePlan(file)).toEqual(plan);
  await writeFile(file, '{"calls":[{"kind":"cut","share":2}]}');
  await expect(choosePlan(file)).rejects.toThrow(`${file}: calls [0]: share must be a number from 0 to 1`);
  await rm(folder, { recursive: true });
  await expect(choosePlan("good-day")).rejects.toThrow("no bad day of this name is known: throttled, flaky");
});

test.each([
  ["{", "not JSON"],
  ["[]", "must be an object"],
  ['{"call":[]}', "call is unknown; known: seed, othersUse, calls, late, bursts"],
  ['{"calls":{}}', "calls must be a list"],
  ['{"calls":[{}]}', "calls [0]: kind is missing"],
  ['{"calls":[{"kind":"rain"}]}', "calls [0]: kind must be one of throttled,"],
  ['{"late":[{"of":"lines","share":0.1}]}', "late [0]: byS is missing"],
])("%s: %s", (json, problem) => {
  expect(() => readFaultPlan(json)).toThrow(problem);
});

test("the named plans are plans, and a shaky day shares out its share", () => {
  for (const plan of Object.values(NAMED_PLANS)) expect(readFaultPlan(JSON.stringify(plan))).toEqual(plan);
  const unharmed = shakyCalls(0.6).reduce((left, { share = 1 }) => left * (1 - share), 1);
  expect(unharmed).toBeCloseTo(0.4);
});

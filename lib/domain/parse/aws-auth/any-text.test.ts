import { expect, it } from "vitest";
import { createDice } from "@/lib/testing/fuzz/dice";
import { findConfigMapProblem } from "@/lib/testing/fuzz/find-config-map-problem";
import { hostileConfigMap } from "@/lib/testing/fuzz/hostile-config-map";
import { readAwsAuth } from "./read-aws-auth";
import { readConfigMap } from "./read-config-map";

it("is read, or told what is wrong and where: 1,500 texts", () => {
  const dice = createDice(20_261_126);
  let [lists, manifests] = [0, 0];
  for (let round = 0; round < 1_500; round++) {
    const text = hostileConfigMap(dice);
    const problem = findConfigMapProblem(text);
    if (problem !== null) expect.fail(`${problem}: ${JSON.stringify(text)}`);
    lists += readAwsAuth({ mapRoles: text }).entries.length;
    manifests += readConfigMap(text).awsAuth.entries.length;
  }
  expect(lists).toBeGreaterThan(100);
  expect(manifests).toBeGreaterThan(100);
});

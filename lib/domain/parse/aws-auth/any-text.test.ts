import { expect, it } from "vitest";
import { createDice, type Dice } from "@/lib/testing/fuzz/dice";
import { AWS_AUTH_LISTS, printedError } from "./aws-auth";
import { readAwsAuth } from "./read-aws-auth";
import { readConfigMap } from "./read-config-map";

const PIECES = [
  ..."-:[]{}|>&*!%@`'\"#,?\n\n \t~",
  "\n  ",
  "\n    - ",
  "- rolearn: arn:aws:iam::111122223333:role/Dev\n  ",
  "username: {{SessionName}}\n",
  "groups:\n  - system:masters\n",
  "<<: *a",
  "&a",
  "mapRoles: |\n",
  "data:\n",
  "kind: ConfigMap\n",
  "metadata:\n  name: aws-auth\n",
  "yes",
  "0x1F",
  "1_000",
  "!!str 1",
  "__proto__: ",
  "\u0000",
  "\u202e",
  "\uD800",
  "---\n",
  "%YAML 1.2\n",
] as const;

function drawText({ below, pick }: Dice): string {
  const [first, ...more] = PIECES;
  const begin = below(2) === 0 ? "- rolearn: arn:aws:iam::111122223333:role/Dev\n  username: x\n" : "";
  return begin + Array.from({ length: below(below(30) + 1) }, () => pick([first ?? "", ...more])).join("");
}

it("is read, or told what is wrong and where: 4,000 texts", () => {
  const dice = createDice(20_261_126);
  let kept = 0;
  for (let round = 0; round < 4_000; round++) {
    const text = drawText(dice);
    const { awsAuth, problems } = readConfigMap(text);
    const lines = text.split("\n").length;
    for (const { place } of [...problems, ...awsAuth.problems, ...awsAuth.entries])
      if (place !== null) expect(place.line).toBeLessThanOrEqual(lines + 1);
    const read = readAwsAuth({ [AWS_AUTH_LISTS[round % 3] ?? "mapRoles"]: text });
    expect(printedError(read) === null).toBe(read.problems.length === 0);
    kept += read.entries.length;
  }
  expect(kept).toBeGreaterThan(100);
});

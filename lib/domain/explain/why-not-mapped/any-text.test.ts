import { expect, it } from "vitest";
import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import { contentOf } from "../remedies/aws-auth/reading";
import { explainMappingDenial } from "./explain-mapping-denial";
import { applyDiff } from "./scenarios/apply-diff";
import { awsAuth, devLines, role, user } from "./scenarios/mapping-scenario";
import { callerOf, knownOf } from "./scenarios/open-scenario";

/** The same draws on every machine. */
let state = 11;
function draw(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

const SSO = "AWSReservedSSO_Admin_0123456789abcdef";
const ARNS = [
  role("Developer"),
  role("team/Developer"),
  role("Developer", "444455556666"),
  "arn:aws:sts::111122223333:assumed-role/Developer/jane",
  role("AWSReservedSSO_Admin_fedcba9876543210"),
  role("AWSReservedSSO_Admin_*"),
  user("Developer"),
  `" ${role("Developer")}"`,
  "x",
];
const PIECES = [" ", "-", ":", "\n", '"', "{{", "}", "\t", "#", "groups:", "rolearn:", "'", "|", "&a ", "\r"];

/** A ConfigMap of some entries, in which some letters are others than meant. */
function drawText(): string {
  const lines = Array.from({ length: draw(4) }, () => devLines(ARNS[draw(ARNS.length)] ?? "x")).flat();
  let text = awsAuth(draw(4) === 0 ? "mapUsers" : "mapRoles", lines);
  for (let count = draw(4); count > 0; count--) {
    const at = 100 + draw(text.length - 100);
    text = text.slice(0, at) + (PIECES[draw(PIECES.length)] ?? "") + text.slice(at + draw(2));
  }
  return text;
}

it("any ConfigMap is explained, and each change of it applies and leaves other entries as they are", () => {
  const found = new Map<string, number>();
  for (let round = 0; round < 1_500; round++) {
    const text = drawText();
    const caller = callerOf({ principal: draw(3) === 0 ? role(SSO) : role("Developer") });
    const who = {
      cluster: "prod",
      region: "eu-west-1",
      principalArn: caller.canonicalArn,
      isPathKnown: false,
    };
    const known = knownOf({ mode: draw(2) === 0 ? "CONFIG_MAP" : "API_AND_CONFIG_MAP", awsAuth: text });
    const told = explainMappingDenial("not-mapped", { caller, known, awsAuthText: text, who });
    expect(told.length).toBeGreaterThan(0);
    for (const { reason, explained } of told) {
      found.set(reason.code, (found.get(reason.code) ?? 0) + 1);
      for (const { form, text: diff } of explained.fixes.flatMap(({ forms }) => forms)) {
        if (form !== "aws-auth diff") continue;
        const after = readConfigMap(applyDiff(text, diff)).awsAuth.entries.map(contentOf);
        const others = (known.awsAuth?.entries ?? []).filter(({ arn }) => arn !== reason.entry?.arn);
        for (const other of others) expect(after).toContain(contentOf(other));
      }
    }
  }
  expect(found.size).toBeGreaterThan(8);
});

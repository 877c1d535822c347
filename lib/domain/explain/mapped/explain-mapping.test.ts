import { describe, expect, it } from "vitest";
import { explainMapping } from "./explain-mapping";
import {
  ROLE,
  awsAuth,
  mark,
  MODE,
  HIDDEN,
  caller,
  attempt,
  denied,
  at,
  text,
  plain,
} from "./sample-configuration";

describe("an attempt's decision, done again", () => {
  it("agrees with the log, and names the line", () => {
    const explained = explainMapping(attempt({}), at(MODE, HIDDEN, mark({ value: text })));
    expect(explained).toMatchObject({
      agreement: "agrees",
      missing: [],
      decision: { entry: { place: { line: 4 } } },
    });
    expect(plain(attempt({}), explained && { ...explained, culprit: null })).toBe(
      "jane@example.com got in to prod as dev:jane-example.com in devs, because line 4 of aws-auth maps role Dev.",
    );
  });

  it("says what is missing where a part that may have decided is not known", () => {
    expect(explainMapping(attempt({}), at(MODE))).toMatchObject({
      agreement: "unknown",
      missing: ["hidden", "awsAuth"],
    });
    expect(explainMapping(denied, at(MODE, HIDDEN))).toMatchObject({
      agreement: "agrees",
      missing: ["awsAuth"],
    });
  });

  it("differs where all is known and gives something else", () => {
    const other = awsAuth([ROLE, "other"]);
    expect(explainMapping(attempt({}), at(MODE, HIDDEN, mark({ value: other })))).toMatchObject({
      agreement: "differs",
      decision: { username: "other" },
    });
  });

  it("takes an instance's name for what EC2 said, whatever that is", () => {
    const node = {
      ...caller,
      arn: "arn:aws:sts::111122223333:assumed-role/Dev/i-0123456789abcdef0",
      sessionName: "i-0123456789abcdef0",
    };
    const nodes = awsAuth([ROLE, "system:node:{{EC2PrivateDNSName}}", "[system:nodes]"]);
    const kubernetes = {
      username: "system:node:ip-10-0-0-7.ec2.internal",
      groups: ["system:nodes"],
      uid: "u",
    };
    const configuration = at(MODE, HIDDEN, mark({ value: nodes }));
    expect(explainMapping(attempt({ caller: node, kubernetes }), configuration)?.agreement).toBe("agrees");
    const admin = { ...kubernetes, username: "admin" };
    expect(explainMapping(attempt({ caller: node, kubernetes: admin }), configuration)?.agreement).toBe(
      "differs",
    );
  });

  it("is not done where STS named nobody", () => {
    expect(explainMapping(attempt({ caller: null }), at(MODE))).toBeNull();
  });
});

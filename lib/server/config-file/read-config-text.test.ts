import { describe, expect, it } from "vitest";
import { mistakeInOneLine } from "./mistake";
import { readConfigText } from "./read-config-text";

/** The mistakes of a text as `line:column: sentence`. */
function mistakesOf(text: string): string[] {
  const reading = readConfigText(text);
  return reading.ok ? [] : reading.mistakes.map((mistake) => mistakeInOneLine("", mistake).slice(1));
}

const WHOLE = `# what we read
accounts:
  - id: 111122223333
    regions: [eu-west-1]
  - id: "012345678901"
    role: arn:aws:iam::012345678901:role/audit/gatebook
    externalId: gatebook-7f3a9c
    profile: ops
clusters:
  - { name: prod, region: us-east-1, account: 012345678901, as: prod-us }
lookbackDays: 30
directory: people.csv
`;

describe("a config file", () => {
  it("is read, with what it leaves out filled in", () => {
    expect(readConfigText(WHOLE)).toEqual({
      ok: true,
      config: {
        accounts: [
          {
            id: "111122223333",
            role: null,
            externalId: null,
            profile: null,
            regions: ["eu-west-1"],
            trails: [],
          },
          {
            id: "012345678901",
            role: "arn:aws:iam::012345678901:role/audit/gatebook",
            externalId: "gatebook-7f3a9c",
            profile: "ops",
            regions: [],
            trails: [],
          },
        ],
        clusters: [{ name: "prod", region: "us-east-1", account: "012345678901", as: "prod-us" }],
        directory: "people.csv",
        lookbackDays: 30,
        retentionDays: 90,
        signIn: null,
        quotaShare: 0.5,
      },
    });
  });

  it("may be as small as one cluster", () => {
    expect(readConfigText("clusters: [{name: prod, region: eu-west-1}]")).toMatchObject({ ok: true });
  });

  it("has every mistake named in one go, with its place and what to do", () => {
    const text = `acounts: []
accounts:
  - id: 1111
    role: arn:aws:iam::444455556666:user/gatebook
    regions: eu-west-1
  - role: arn:aws:iam::444455556666:role/gatebook
    regions: [eu-wst, eu-west-1, eu-west-1]
clusters:
  - name: pr od
    region: mars
    acount: 444455556666
  - prod
lookbackDays: 1.5
quotaShare: lots
`;
    expect(mistakesOf(text)).toEqual([
      '1:1: There is no key "acounts". Did you mean accounts?',
      '3:9: accounts[0].id must be an account id of 12 digits, not "1111". Write it like 111122223333',
      '4:11: accounts[0].role must be the ARN of an IAM role, not "arn:aws:iam::444455556666:user/gatebook". Write it like arn:aws:iam::444455556666:role/gatebook',
      "5:14: accounts[0].regions must be a list, not text. Write [eu-west-1].",
      '6:5: accounts[1] has no id. Add id: "111122223333"',
      '7:15: accounts[1].regions[0] must be an AWS Region, not "eu-wst". Write it like eu-west-1',
      "7:34: eu-west-1 stands here a second time, after line 7. Take one of them out.",
      '9:11: clusters[0].name must be the name of a cluster, not "pr od". Write it like prod',
      '10:13: clusters[0].region must be an AWS Region, not "mars". Write it like eu-west-1',
      '11:5: There is no key "acount" in clusters[0]. Did you mean account?',
      "12:5: clusters[1] must be keys with values, not text. Write name: and its value there; the keys are name, region, account, as.",
      "13:15: lookbackDays must be a whole number from 1 to 3650, not 1.5. Without it, it is 14.",
      "14:13: quotaShare must be a number from 0.05 to 1, not text. Without it, it is 0.5.",
    ]);
  });

  it("has what fits together only in parts named too", () => {
    const text = `accounts:
  - id: "111122223333"
  - id: "444455556666"
    role: arn:aws:iam::777788889999:role/gatebook
    regions: [eu-west-1]
  - id: "444455556666"
    externalId: gatebook-7f3a9c
    regions: [us-east-1]
clusters:
  - { name: prod, region: eu-west-1, account: "444455556666" }
  - { name: prod, region: us-east-1, account: "444455556666" }
  - { name: prod, region: eu-west-1, account: "444455556666", as: again }
  - { name: dev, region: eu-west-1, account: "444455556665" }
  - { name: web, region: eu-west-1 }
`;
    expect(mistakesOf(text)).toEqual([
      "2:9: accounts[0] names nothing to read. Add regions: [eu-west-1], or clusters of this account.",
      "4:11: accounts[1].role is a role of account 777788889999, not of 444455556666. Correct one of the two.",
      "6:5: account 444455556666 stands here a second time, after line 3. Make one of the two.",
      "6:9: accounts[2] (444455556666) is reached with the same credentials as accounts[0]. Add role: with a role of that account, or profile: with other credentials.",
      "7:17: accounts[2] has an external id and no role. Add role: with the role's ARN.",
      "11:13: prod is already the name of the cluster in line 10. Add as: with a name of its own to one of them, such as as: prod-2",
      "12:5: cluster prod in eu-west-1 of 444455556666 stands here a second time, after line 10. Take one of them out.",
      "13:46: clusters[3].account 444455556665 is none of the accounts. Did you mean 444455556666?",
      "14:5: clusters[4] does not say its account. Add account: with one of 111122223333, 444455556666.",
    ]);
  });

  it("has one mistake told once", () => {
    expect(mistakesOf('accounts: [{id: "111122223333", regions: eu-west-1}]')).toEqual([
      "1:42: accounts[0].regions must be a list, not text. Write [eu-west-1].",
    ]);
  });

  it("must not hold secrets, and they are not repeated", () => {
    const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    const text = `accounts:
  - id: "111122223333"
    regions: [eu-west-1]
    aws_secret_access_key: ${secret}
    AWS_ACCESS_KEY_ID: AKIAEXAMPLE000000000
    sessionToken: x
    profile: ${secret}
    externalId: AKIAEXAMPLE000000000
`;
    const mistakes = mistakesOf(text);
    expect(mistakes.map((line) => line.split(" ", 4).slice(0, 4).join(" "))).toEqual([
      '4:5: "aws_secret_access_key" holds a',
      '5:5: "AWS_ACCESS_KEY_ID" holds a',
      '6:5: "sessionToken" holds a',
      "7:14: accounts[0].profile looks like",
      "8:17: accounts[0].externalId looks like",
    ]);
    expect(mistakes.join()).not.toMatch(/wJal|AKIAEXAMPLE0/);
    expect(mistakes[0]).toContain("name a profile (profile:) or a role (role:) instead");
  });

  it.each([
    ["", "1:1: The file is empty."],
    ["\t\n", "1:1: The file is empty."],
    ["- prod", "1:1: The file must be keys with values, not a list."],
    ["lookbackDays: 3", "1:1: The file names nothing to read."],
    ["clusters:", "1:10: clusters must be a list, not nothing. Begin each item on a line of its own with -"],
    ["clusters:\n  - name: [\n", "3:1: This is no YAML:"],
    ["a: 1\n--- \nb: 2", "2:1: This is no YAML:"],
    [
      "lookbackDays: 1\nlookbackDays: 2",
      "2:1: This is no YAML: Map keys must be unique. Take one of them out.",
    ],
    [
      `clusters: [{name: "\\u001b[2J", region: eu-west-1}]`,
      '1:19: clusters[0].name must be the name of a cluster, not "\\u001b[2J"',
    ],
  ])("%j is refused", (text, expected) => {
    expect(mistakesOf(text).join("\n")).toContain(expected);
  });

  it("takes anchors, and ends on any text", () => {
    const text =
      "x-regions: 1\naccounts: [{id: 111122223333, regions: &r [eu-west-1]}, {id: 444455556666, profile: b, regions: *r}]";
    expect(mistakesOf(text)).toEqual([expect.stringContaining('1:1: There is no key "x-regions"')]);
    for (let end = 0; end <= WHOLE.length; end++) readConfigText(WHOLE.slice(0, end));
  });
});

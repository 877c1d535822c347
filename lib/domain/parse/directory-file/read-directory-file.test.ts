import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDirectoryFile } from "./read-directory-file";

const ID = "d2c5f4e4-10a1-70b4-9d3e-000000000001";
const OTHER = "99670a1b2c-d2c5f4e4-10a1-70b4-9d3e-000000000002";
const ALICE = {
  userId: ID,
  iamUser: null,
  userName: "alice@example.com",
  displayName: "Alice Example",
  email: "alice@mail.example.com",
};

describe("a directory file as CSV", () => {
  it("names its columns in any spelling and order; values may be quoted, and others are passed over", () => {
    const text = `\uFEFFE-Mail;Team; Display Name ;USER_ID;user name\r
alice@mail.example.com;platform;"Example; ""Alice""";${ID};alice@example.com\r
\r
;;"Bob";${OTHER}`;
    expect(readDirectoryFile(text)).toEqual({
      entries: [
        { ...ALICE, displayName: 'Example; "Alice"' },
        { userId: OTHER, iamUser: null, userName: null, displayName: "Bob", email: null },
      ],
      findings: [],
    });
  });

  it("knows users of IAM by ARN, whatever its path, and by account and name", () => {
    const text = `arn,account,userName
arn:aws:iam::111122223333:user/ops/team/carol,,Carol
,444455556666,dave`;
    expect(readDirectoryFile(text).entries).toMatchObject([
      { userId: null, iamUser: "111122223333/carol", userName: "Carol" },
      { userId: null, iamUser: "444455556666/dave", userName: "dave" },
    ]);
  });

  it.each([
    [`x,alice`, "userId is no user id"],
    [`${OTHER},`, "has no name"],
    [`,alice`, "does not say who it is about"],
    [`${OTHER},a,b,c,d,e`, "has 6 values"],
    [`${OTHER},"alice`, "quote that is not closed"],
    [`${OTHER},alice,arn:aws:iam::111122223333:role/Dev`, "arn is not of a user"],
    [`,alice,,1234`, "account is no account id"],
    [`${OTHER},${"a".repeat(1_025)}`, "longer than 1024"],
    [`${ID},alice again`, "same person as line 2"],
  ])("tells what is wrong with a line, and uses the others: %s", (line, message) => {
    const text = `userId,userName,arn,account\n${ID},alice\n${line}\n,frank,,111122223333`;
    const { entries, findings } = readDirectoryFile(text);
    expect(entries.map(({ userName }) => userName)).toEqual(["alice", "frank"]);
    expect(findings).toMatchObject([{ where: "line 3", message: expect.stringContaining(message) }]);
    expect(findings[0]?.remedy).not.toBe("");
  });

  it("reads nothing where no column says who a line is about", () => {
    const { entries, findings } = readDirectoryFile(`name,mail\nalice,alice@example.com`);
    expect(entries).toEqual([]);
    expect(findings).toMatchObject([{ where: "line 1", message: expect.stringContaining("userId, arn") }]);
  });
});

describe("a directory file as JSON", () => {
  it("is a list of people, or what the AWS CLI prints", () => {
    const { userId, userName, displayName, email } = ALICE;
    expect(readDirectoryFile(JSON.stringify([{ userId, userName, displayName, email }]))).toEqual({
      entries: [ALICE],
      findings: [],
    });
    const Emails = [{ Value: "old@example.com" }, { Value: email, Primary: true }];
    const user = { UserName: userName, UserId: userId, DisplayName: displayName, Emails };
    expect(readDirectoryFile(JSON.stringify({ Users: [user] })).entries).toEqual([ALICE]);
    expect(readDirectoryFile(JSON.stringify({ Users: [{ ...user, Emails: 7 }] })).entries).toEqual([
      { ...ALICE, email: null },
    ]);
  });

  it("tells which entry is wrong, and uses the others", () => {
    const { entries, findings } = readDirectoryFile(
      JSON.stringify([7, { userId: 7, userName: "x" }, { userId: ID, userName: "alice" }]),
    );
    expect(entries).toMatchObject([{ userName: "alice" }]);
    expect(findings.map(({ where, message }) => `${where} ${message}`)).toEqual([
      "entry 1 is no object.",
      "entry 2 does not say who it is about.",
    ]);
  });

  it("tells the line where it is no JSON, and where it holds no list", () => {
    expect(readDirectoryFile('[\n{"userId": }\n]').findings).toMatchObject([{ where: "line 2" }]);
    expect(readDirectoryFile('{"a": 1}').findings).toMatchObject([{ where: "line 1" }]);
  });
});

it("reads any text without throwing, and keeps nobody without an id and a name", () => {
  const aLine = fc.array(fc.constantFrom(ID, OTHER, '"', '""', ",", "alice", "\n", "\r", "é", "__proto__"));
  const aText = fc.oneof(
    fc.string(),
    aLine.map((parts) => `userId,userName\n${parts.join("")}`),
    fc.json(),
  );
  fc.assert(
    fc.property(aText, (text) => {
      const { entries, findings } = readDirectoryFile(text);
      for (const { userId, iamUser, ...names } of entries) {
        expect(userId ?? iamUser).not.toBeNull();
        expect(Object.values(names).some((name) => name !== null)).toBe(true);
      }
      for (const finding of findings) expect(finding.where).toMatch(/^(line|entry) \d+$/);
    }),
  );
});

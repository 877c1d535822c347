import { describe, expect, it } from "vitest";
import { aLog, aTrail, DAY, HOUR, MINUTE, NOW, REFUSED } from "@/lib/testing/coverage-scene";
import type { Chain } from "../../correlate/chain/chain";
import { type Credentials, readCredentials } from "../../correlate/chain/credentials";
import { readUserIdentity } from "../../parse/user-identity";
import type { StoredCoverage } from "../coverage/coverage-report";
import { missingHop } from "./missing-hop";

const KEY = "ASIAEXAMPLE1";
const ISSUED = NOW - 2 * HOUR;
const FAR_AWAY = aTrail({ id: "cloudtrail/111122223333/us-east-1", region: "us-east-1" });
const ALL_READ = [aLog(), aTrail(), FAR_AWAY];
const ELSEWHERE = expect.stringContaining("holds no such event");
const BEFORE = "They were issued before the time that has been read so far.";
const PORTAL =
  "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/alice@example.com";

interface Session extends Partial<Credentials> {
  readonly usedMs?: number;
  readonly end?: Chain["end"];
}

function missing(
  { usedMs = NOW - HOUR, end = "issuer-missing", ...over }: Session,
  sources: StoredCoverage[],
) {
  const credentials: Credentials = {
    ...readCredentials({ identity: readUserIdentity({ type: "AssumedRole" }) }),
    accessKeyId: KEY,
    arn: "arn:aws:sts::111122223333:assumed-role/Dev/x",
    accountId: "111122223333",
    createdMs: ISSUED,
    ...over,
  };
  const origin = { kind: "unknown", name: null, nameFrom: null, confidence: null, userId: null } as const;
  const chain: Chain = {
    origin,
    told: [],
    facts: [],
    hops: [],
    end,
    setAside: [],
    first: { credentials, usedMs },
  };
  return missingHop(chain, { sources, nowMs: NOW });
}

const why = (session: Session, sources: StoredCoverage[] = ALL_READ) => missing(session, sources)?.why;

describe("what a chain lacks", () => {
  it("is nothing where it reached its origin", () => {
    expect(missing({ end: "origin" }, [])).toBeNull();
  });

  it("is said with a command that finds a key's issuer", () => {
    expect(missing({}, ALL_READ)).toEqual({
      what: `The event that issued ${KEY}`,
      why: [ELSEWHERE],
      next: [
        expect.stringMatching(
          /us-east-1: aws cloudtrail .*AttributeKey=ResourceName,AttributeValue=ASIAEXAMPLE1$/,
        ),
      ],
    });
  });

  it("makes no command of what is no key", () => {
    expect(missing({ accessKeyId: "ASIA$(reboot)" }, ALL_READ)?.next).toEqual([]);
    expect(missing({ accessKeyId: null }, ALL_READ)?.next).toEqual([]);
  });

  it("is found by time where Identity Center is behind it, whose key is not the one used", () => {
    const { what, next } = missing({ arn: PORTAL }, ALL_READ) ?? {};
    expect(what).toBe(`The AssumeRoleWithSAML behind ${PORTAL}`);
    expect(next?.join()).toContain("AttributeValue=AssumeRoleWithSAML --start-time 2026-11-12T12:19:55.000Z");
    expect(next?.join()).not.toContain(KEY);
  });

  it.each(["undecided", "cycle", "too-long"] as const)("is no event not read where it is %s", (end) => {
    expect(missing({ end }, [])).toMatchObject({ why: [expect.not.stringContaining("not read")], next: [] });
  });
});

describe("why it is missing", () => {
  it("may be the account, which is not read", () => {
    expect(why({ accountId: "444455556666" })).toEqual(["CloudTrail of account 444455556666 is not read."]);
    expect(why({}, [aLog()])).toEqual(["CloudTrail of account 111122223333 is not read."]);
  });

  it("may be the global endpoint where us-east-1 is not read", () => {
    const global = "Calls to the global endpoint are recorded in us-east-1, which is not read.";
    expect(why({}, [aTrail()])).toEqual([global]);
    expect(why({}, [FAR_AWAY])).toEqual([ELSEWHERE]);
    expect(why({ arn: "arn:aws-cn:sts::111122223333:assumed-role/Dev/x" }, [aTrail()])).toEqual([ELSEWHERE]);
    expect(why({ arn: PORTAL }, [aTrail()])).toEqual([ELSEWHERE]);
  });

  it("may be the delivery's delay, counted from when they were issued", () => {
    const late = "CloudTrail delivers events some minutes late: it may still come.";
    expect(why({ createdMs: NOW - 5 * MINUTE, usedMs: NOW - MINUTE })).toEqual([late]);
    expect(why({ createdMs: null, usedMs: NOW - MINUTE })).toEqual([late]);
    expect(why({ createdMs: NOW - 5 * HOUR, usedMs: NOW - MINUTE })).toEqual([ELSEWHERE]);
  });

  it("may be their age, where only the event history is read and they were not read in time", () => {
    const old = "CloudTrail's event history goes back 90 days; these credentials are older.";
    const createdMs = NOW - 91 * DAY;
    expect(why({ createdMs })).toEqual([old]);
    expect(why({ createdMs: NOW - 89 * DAY })).toEqual([BEFORE]);
    const bucket = { ...FAR_AWAY, id: `${FAR_AWAY.id}/s3/trails` };
    expect(why({ createdMs }, [...ALL_READ, bucket])).toEqual([BEFORE]);
    const read = [{ from: NOW - 120 * DAY, to: NOW }];
    expect(why({ createdMs }, [aTrail({ read }), { ...FAR_AWAY, read }])).toEqual([ELSEWHERE]);
  });

  it("may be the global endpoint's Region, which is read, but not for that time", () => {
    const unread = "Calls to the global endpoint are recorded in us-east-1, which is not read for that time.";
    const later = { ...FAR_AWAY, read: [{ from: NOW - HOUR, to: NOW }] };
    expect(why({}, [aTrail(), later])).toEqual([unread]);
    expect(why({}, [aTrail(), { ...FAR_AWAY, read: [] }])).toEqual([unread]);
  });

  it("may be time that is not read", () => {
    const since = (ms: number) => [{ ...FAR_AWAY, read: [{ from: ms, to: NOW }] }];
    expect(why({}, since(NOW - HOUR))).toEqual([BEFORE]);
    expect(why({ createdMs: null }, since(NOW - 5 * HOUR))).toEqual([
      "They may have been issued before the time that has been read so far.",
    ]);
    const ends = [{ ...FAR_AWAY, read: [{ from: NOW - 9 * HOUR, to: NOW - 3 * HOUR }] }];
    expect(why({}, ends)).toEqual(["The time in which they were issued is not read to its end."]);
    expect(why({}, [{ ...FAR_AWAY, read: [] }])).toEqual(["Nothing of that account is read yet."]);
  });

  it("may be in what is still being read, though another Region is read to its end", () => {
    const read = [{ from: NOW - HOUR / 2, to: NOW }];
    const begun = aTrail({ state: "reading", progress: 0.4, read });
    expect(why({}, [begun, FAR_AWAY])).toEqual([`${begun.label} is still being read.`]);
  });

  it("is not known of files, which do not say what they cover", () => {
    const files = aTrail({
      id: "import/cloudtrail",
      accountId: null,
      region: "",
      state: "imported",
      read: [],
    });
    const unread = "CloudTrail of account 111122223333 is not read, and no imported file holds the event.";
    expect(why({}, [files])).toEqual([unread]);
    expect(why({ accountId: "444455556666" }, [...ALL_READ, files])).toEqual([
      unread.replace("111122223333", "444455556666"),
    ]);
    expect(why({}, [...ALL_READ, files])).toEqual([ELSEWHERE]);
  });

  it("may be what keeps a trail from being read", () => {
    const refused = aTrail({ state: "failed", problem: REFUSED });
    expect(why({}, [refused, FAR_AWAY])).toEqual([`${refused.label}: ${REFUSED.message}`]);
  });

  it("is looked for among the sign-ins too, where it may be a key of the console", () => {
    const second = `--start-time ${new Date(ISSUED - 5_000).toISOString()} --end-time ${new Date(ISSUED + 5_000).toISOString()}`;
    expect(missing({ type: "IAMUser", arn: "arn:aws:iam::111122223333:user/alice" }, ALL_READ)?.next).toEqual(
      [
        expect.stringContaining(`AttributeKey=ResourceName,AttributeValue=${KEY}`),
        expect.stringMatching(
          new RegExp(`AttributeKey=EventSource,AttributeValue=signin\\.amazonaws\\.com ${second}$`),
        ),
      ],
    );
  });

  it("may be another account's AssumeRoot, or a sign-in that is not read", () => {
    const root = { type: "Root", arn: "arn:aws:iam::111122223333:root" };
    expect(why(root, [FAR_AWAY])).toEqual([
      expect.stringContaining("AssumeRoot is recorded in the account that called it"),
      expect.stringContaining("sign-ins of that time are not read"),
    ]);
    const bucket = { ...FAR_AWAY, id: `${FAR_AWAY.id}/s3/trails` };
    expect(why({ type: "IAMUser" }, [bucket])).toEqual([ELSEWHERE]);
  });

  it("is the caller's account where only the role's account recorded the call", () => {
    const caller = { type: "AWSAccount", principalId: "AIDAALICE", accountId: "444455556666", arn: null };
    const of = { ...caller, accessKeyId: null, createdMs: null, end: "callers-account-unread" } as const;
    expect(missing(of, ALL_READ)).toEqual({
      what: "Who in account 444455556666 made the call (AIDAALICE)",
      why: [
        expect.stringContaining("names the caller's account"),
        "CloudTrail of account 444455556666 is not read.",
        expect.stringContaining("refused are recorded in account 444455556666 alone"),
      ],
      next: [expect.stringContaining("Read CloudTrail of account 444455556666")],
    });
    const theirs = aTrail({ id: "cloudtrail/444455556666/eu-west-1", accountId: "444455556666" });
    expect(why({ ...of, usedMs: NOW - MINUTE }, [theirs])?.[1]).toContain("it may still come");
  });
});

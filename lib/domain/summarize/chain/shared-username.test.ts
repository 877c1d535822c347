import { describe, expect, it } from "vitest";
import type { Confidence } from "../../correlate/attempt";
import { describeShared, nameOther } from "./describe-shared";
import { findOthers, type UsernameUse } from "./shared-username";
import type { UsernameHolder } from "./username-holder";

const ROLE = "arn:aws:iam::111122223333:role/toolbox";
const OTHER_ROLE = "arn:aws:iam::111122223333:role/tools";
const DASHED = { cluster: "dev", username: "toolbox:alice-example.com" };
const ADMIN = { cluster: "prod", username: "kubernetes-admin" };

function person(name: string | null, confidence: Confidence | null = "keyed", userId: string | null = null) {
  return { kind: "person", name, userId, confidence } as const;
}

function use(wishes: Partial<UsernameUse>): UsernameUse {
  return {
    ...ADMIN,
    origin: person("bob@example.com"),
    canonicalArn: ROLE,
    sessionNames: ["EKSGetTokenAuth"],
    attempts: 1,
    lastDayMs: 0,
    ...wishes,
  };
}

const ALICE: UsernameHolder = {
  origin: person("alice@example.com"),
  canonicalArn: ROLE,
  sessionNames: ["EKSGetTokenAuth"],
};

/** `same-username bob@example.com` for each. */
function told(username: typeof ADMIN, holder: UsernameHolder, ...uses: UsernameUse[]): string[] {
  const shared = findOthers(username, holder, uses);
  return shared?.others.map((other) => `${other.reason} ${nameOther(other)}`) ?? [];
}

describe("who else came as a username", () => {
  it("is whoever another chain leads to, and not the person's own uses", () => {
    const own = use({ origin: person("Alice@example.com"), canonicalArn: OTHER_ROLE });
    expect(told(ADMIN, ALICE, own)).toEqual([]);
    expect(told(ADMIN, ALICE, own, use({}))).toEqual(["same-username bob@example.com"]);
  });

  it("is told apart by session names that the template renders alike", () => {
    const holder = { ...ALICE, sessionNames: ["alice@example.com"] };
    const copied = use({ ...DASHED, sessionNames: ["alice-example.com"] });
    expect(told(DASHED, holder, copied)).toEqual(["rendered-alike bob@example.com"]);
    expect(told(DASHED, { ...holder, sessionNames: ["alice-example.com"] }, copied)).toEqual([
      "same-username bob@example.com",
    ]);
  });

  it("is rendered alike only where the username holds the session's name", () => {
    const holder = { ...ALICE, sessionNames: ["alice@example.com"] };
    const copied = use({ sessionNames: ["alice-example.com"] });
    expect(told(ADMIN, holder, copied)).toEqual(["same-username bob@example.com"]);
  });

  it("is told by the names of sessions where chains are claimed or not traced yet", () => {
    const [untraced, claimed] = [null, person("alice@example.com", "claimed")];
    const sessionNames = ["alice@example.com"];
    const holder = { ...ALICE, sessionNames: ["alice@example.com"] };
    expect(told(DASHED, holder, use({ origin: untraced, sessionNames }))).toEqual([]);
    expect(told(DASHED, holder, use({ origin: claimed, sessionNames, canonicalArn: OTHER_ROLE }))).toEqual(
      [],
    );
    expect(told(DASHED, holder, use({ origin: untraced, sessionNames: ["carol"] }))).toEqual([
      "same-username carol",
    ]);
  });

  it("may be the holder himself where a tool named the session of the same role", () => {
    const unnamed = { origin: person(null, null), sessionNames: ["botocore-session-1763467200"] };
    expect(told(ADMIN, ALICE, use(unnamed))).toEqual([]);
    expect(told(ADMIN, ALICE, use({ ...unnamed, sessionNames: [], canonicalArn: OTHER_ROLE }))).toEqual([
      `same-username ${OTHER_ROLE}`,
    ]);
  });

  it("is known by Identity Center's id where no directory names it", () => {
    const holder = { ...ALICE, origin: { ...person(null), userId: "u-1" } };
    expect(told(ADMIN, holder, use({ origin: { ...person(null), userId: "u-1" } }))).toEqual([]);
    expect(told(ADMIN, holder, use({ origin: { ...person(null), userId: "u-2" } }))).toEqual([
      "same-username u-2",
    ]);
  });

  it("is told by an account's or a cluster's own, where the name is the same in another", () => {
    const user = (account: string) => `arn:aws:iam::${account}:user/alice`;
    const own = { origin: person("alice"), canonicalArn: user("111122223333"), sessionNames: [] };
    expect(
      told(
        ADMIN,
        own,
        use({ origin: person("alice"), canonicalArn: user("444455556666"), sessionNames: [] }),
      ),
    ).toEqual(["same-username alice"]);
    const deployer = { ...person("system:serviceaccount:ci:deployer"), kind: "workload" } as const;
    const pod = { origin: deployer, canonicalArn: ROLE, sessionNames: ["1700000000000"] };
    expect(told(ADMIN, pod, use({ origin: deployer }))).toEqual([]);
    expect(told(ADMIN, pod, use({ origin: deployer, canonicalArn: OTHER_ROLE }))).toEqual([
      `same-username ${deployer.name}`,
    ]);
    const ci = { ...person("deployer"), kind: "ci" } as const;
    expect(told(ADMIN, { ...ALICE, origin: person("deployer") }, use({ origin: ci }))).toEqual([
      "same-username deployer",
    ]);
  });

  it("is nobody else by another name for the same id, or the same session", () => {
    const sessionNames = ["alice@example.com"];
    const alice = { ...ALICE, origin: person("Alice A.", "keyed", "u-1"), sessionNames };
    expect(told(ADMIN, alice, use({ origin: person(null, "keyed", "u-1") }))).toEqual([]);
    expect(told(ADMIN, alice, use({ origin: person("alice@example.com"), sessionNames }))).toEqual([]);
    const untraced = { origin: null, canonicalArn: ROLE, sessionNames: ["Alice"] };
    const several = use({ origin: person("alice@example.com"), sessionNames: ["EKSGetTokenAuth", "alice"] });
    expect(told(ADMIN, untraced, several)).toEqual([]);
  });

  it("is counted once for all its roles, those rendered alike first", () => {
    const holder = { ...ALICE, sessionNames: ["alice@example.com"] };
    const many = use({ ...DASHED, origin: person("carol"), attempts: 9 });
    const bobs = [
      use({ ...DASHED, attempts: 2, lastDayMs: 5 }),
      use({
        ...DASHED,
        attempts: 3,
        lastDayMs: 1,
        canonicalArn: OTHER_ROLE,
        sessionNames: ["alice-example.com"],
      }),
    ];
    const shared = findOthers(DASHED, holder, [many, ...bobs]);
    expect(shared).toMatchObject({ total: 2 });
    expect(shared?.others[0]).toMatchObject({
      reason: "rendered-alike",
      name: "bob@example.com",
      sessionName: "alice-example.com",
      attempts: 5,
      lastDayMs: 5,
    });
  });

  it("is one with what is not proven yet, where the session has the same name", () => {
    const sessionNames = ["carol@example.com"];
    const proven = use({ origin: person("carol.c@example.com"), sessionNames, attempts: 2 });
    const [untraced, claimed] = [null, person("carol@example.com", "claimed")];
    const shared = findOthers(ADMIN, ALICE, [
      use({ origin: claimed, sessionNames, attempts: 5 }),
      proven,
      use({ origin: untraced, sessionNames: ["dave"] }),
      use({ origin: untraced, sessionNames, canonicalArn: OTHER_ROLE }),
    ]);
    expect(shared?.others.map(({ name, attempts }) => [name, attempts])).toEqual([
      ["carol.c@example.com", 8],
      [null, 1],
    ]);
  });

  it("names ten and counts the rest", () => {
    const uses = Array.from({ length: 12 }, (_, n) => use({ origin: person(`p${n}`), attempts: n }));
    const shared = findOthers(ADMIN, ALICE, uses);
    expect(shared?.others.map(({ name }) => name)).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((n) => `p${n}`),
    );
    expect(shared?.total).toBe(12);
  });
});

it("is said in a sentence, with the reason where names are rendered alike", () => {
  const alike = findOthers(DASHED, { ...ALICE, sessionNames: ["alice@example.com"] }, [
    use({ ...DASHED, sessionNames: ["alice-example.com"] }),
  ]);
  expect(alike && describeShared(alike)).toMatch(
    /^One other came to dev as toolbox:alice-example\.com, .* turns each @ to -\.$/,
  );
  const shared = findOthers(ADMIN, ALICE, [use({}), use({ origin: person("carol") })]);
  expect(shared && describeShared(shared)).toMatch(/^2 others came to prod as kubernetes-admin, .*there\.$/);
});

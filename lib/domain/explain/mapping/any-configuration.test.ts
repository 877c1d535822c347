import { describe, expect, it } from "vitest";
import { canonicalizeArn } from "../../identity/canonicalize-arn";
import { entryKey } from "../../parse/mappings/entry-key";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { BACK_ENDS } from "./back-end-modes";
import type { FindBy } from "./configuration";
import { mapIdentity } from "./map-identity";
import type { MappedCaller } from "./mapped-caller";
import { openBackEnd } from "./open-back-end";

/** The same draws on every machine. */
function dice(seed: number) {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const pick = <T>(values: readonly [T, ...T[]]): T => values[next(values.length)] ?? values[0];
  return { next, pick };
}
type Dice = ReturnType<typeof dice>;

const NAMES = [
  "Dev",
  "dev",
  "Ops",
  "team/Dev",
  "AWSReservedSSO_Admin_0123456789abcdef",
  "D*",
  "",
  "x y",
] as const;
const ARNS = [
  "arn:aws:iam::111122223333:role/",
  "arn:aws:iam::444455556666:role/",
  "arn:aws:iam::111122223333:user/",
  "",
] as const;
const TEMPLATES = [
  "plain",
  "{{SessionName}}",
  "a:{{SessionNameRaw}}",
  "{{EC2PrivateDNSName}}",
  "system:x",
  "",
  "{{AccountID}}{{AccessKeyID}}",
] as const;

function drawEntry({ next, pick }: Dice): MappingEntry {
  return {
    list: pick(["mapRoles", "mapUsers"]),
    arn: pick(ARNS) + pick(NAMES),
    sso:
      next(12) === 0
        ? { permissionSetName: "Admin", accountId: "111122223333", partition: pick(["", "aws"]) }
        : null,
    username: pick(TEMPLATES),
    groups: next(3) === 0 ? [pick(TEMPLATES)] : ["g"],
    userId: next(9) === 0 ? null : pick(["AROA1", "AROA2", "AIDA1"]),
    place: null,
  };
}

function drawCaller({ next, pick }: Dice): MappedCaller {
  const role = pick(["Dev", "Ops", "AWSReservedSSO_Admin_0123456789abcdef"]);
  const isUser = next(3) === 0;
  const sessionName = isUser ? "" : pick(["a@b.c", "i-01234567", "{{AccountID}}", "$&"]);
  const arn = `arn:aws:iam::111122223333:${isUser ? "user" : "role"}/${role}`;
  const userId = pick(["AROA1", "AROA2", "AIDA1"]);
  return { arn, canonicalArn: arn, accountId: "111122223333", userId, sessionName, accessKeyId: "ASIA1" };
}

function drawFinding({ pick }: Dice): { findBy?: FindBy } {
  const findBy = pick<FindBy | null>(["user-id", "principal", null]);
  return findBy === null ? {} : { findBy };
}

const open = (draw: Dice, entries: readonly MappingEntry[]) =>
  openBackEnd({
    kind: draw.pick(BACK_ENDS),
    entries,
    accounts: draw.next(8) === 0 ? ["111122223333"] : [],
    reservedPrefixes: draw.next(2) === 0 ? ["system:"] : [],
    ...drawFinding(draw),
  });

const ROUNDS = 3_000;

describe("any configuration", () => {
  it("gives every caller an answer that its own entries account for", () => {
    const draw = dice(7);
    let granted = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const entries = Array.from({ length: draw.next(6) }, () => drawEntry(draw));
      const backEnds = [open(draw, entries), open(draw, entries)];
      const decision = mapIdentity(drawCaller(draw), backEnds);
      if (decision.outcome === "denied") {
        expect(decision.error).not.toBe("");
        continue;
      }
      granted++;
      if (decision.entry === null) expect(decision.groups).toEqual([]);
      else expect(entries).toContain(decision.entry);
    }
    expect(granted).toBeGreaterThan(ROUNDS / 20);
  });

  it("decides alike whatever stands between entries that have nothing to do with each other", () => {
    const draw = dice(11);
    for (let round = 0; round < ROUNDS; round++) {
      const entries = Array.from({ length: 5 }, () => drawEntry(draw));
      const distinct = distinctBy(
        distinctBy(entries, ({ userId }) => userId ?? ""),
        byArn,
      );
      const settings = {
        kind: draw.pick(BACK_ENDS),
        accounts: [],
        reservedPrefixes: ["system:"],
        ...drawFinding(draw),
      };
      const caller = drawCaller(draw);
      const decide = (list: readonly MappingEntry[]) =>
        mapIdentity(caller, [openBackEnd({ ...settings, entries: list })]);
      expect(decide(distinct.toReversed())).toEqual(decide(distinct));
    }
  });

  it("finds a caller among a hundred thousand entries with as many comparisons as among ten", () => {
    const entries = Array.from({ length: 100_000 }, (_, i) => ({
      ...drawEntry(dice(1)),
      list: "mapRoles" as const,
      sso: null,
      arn: `arn:aws:iam::111122223333:role/r${i}`,
      username: `u${i}`,
      groups: ["g"],
    }));
    const backEnd = openBackEnd({ kind: "EKSConfigMap", entries, accounts: [], reservedPrefixes: [] });
    const arn = "arn:aws:iam::111122223333:role/R99999";
    for (let i = 0; i < 100_000; i++) backEnd.index.find(arn.toLowerCase());
    expect(backEnd.index.find(arn.toLowerCase())?.entry.username).toBe("u99999");
  });
});

/** Entries that no back end could take for each other, so that their order cannot matter. */
function distinctBy(entries: readonly MappingEntry[], key: (entry: MappingEntry) => string): MappingEntry[] {
  return [...new Map(entries.map((entry) => [key(entry), entry])).values()];
}

const byArn = (entry: MappingEntry) => (entry.sso === null ? entryKey(entry).toLowerCase() : "sso");

describe("a canonical ARN", () => {
  it("is its own canonical ARN", () => {
    for (const text of [
      "arn:aws:sts::111122223333:assumed-role/Dev/a@b.c",
      "arn:aws:sts::111122223333:federated-user/bob",
      "arn:aws:iam::111122223333:user/div/Alice",
      "arn:aws:iam::111122223333:root",
      "arn:aws-cn:sts::111122223333:assumed-role/team/Dev/x",
    ]) {
      const once = canonicalizeArn(text);
      expect(once.ok && canonicalizeArn(once.canonical)).toEqual({
        ok: true,
        canonical: once.ok && once.canonical,
        principalType: expect.any(String),
      });
    }
  });
});

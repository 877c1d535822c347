import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawAttempts } from "@/lib/testing/draw-attempts";
import { nameHash } from "@/lib/testing/name-hash";
import { createRedactor, type RedactionLevel } from "./redactor";

const word = fc.stringMatching(/^[a-z]{4,9}$/);
const aName = fc.tuple(word, fc.integer({ min: 10, max: 99 })).map(([text, n]) => `${text}${n}`);
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]{${length}}$`));
const aPerson = fc.record({
  local: aName,
  domain: aName.map((name) => `${name}.example`),
  account: digits(12),
  key: fc.stringMatching(/^ASIA[0-9A-Z]{16}$/),
  id: fc.stringMatching(/^AROA[0-9A-Z]{17}$/),
  role: aName,
  octets: fc.tuple(...[0, 0, 0, 0].map(() => fc.integer({ min: 128, max: 254 }))),
  display: fc.tuple(aName, aName).map((names) => names.join(" ")),
});
type Person = typeof aPerson extends fc.Arbitrary<infer T> ? T : never;

/** An answer about a person, with all that it names standing in fields, sentences, links, keys and raw records. */
function answerAbout({ local, domain, account, key, id, role, octets, display }: Person) {
  const email = `${local}@${domain}`;
  const arn = `arn:aws:sts::${account}:assumed-role/${role}/${email}`;
  const address = octets.join(".");
  const all = [email, `${local}-${domain}`, arn, account, key, id, role, address, display].join(" and ");
  return {
    attempt: {
      caller: { arn, accountId: account, uniqueId: id, sessionName: email, accessKeyId: key },
      kubernetes: { username: `dev:${local}-${domain}`, groups: [`${role}-team`], uid: `x:${account}:${id}` },
      origin: { kind: "person", name: email, nameFrom: "sign-in", confidence: "observed" },
      cluster: `${role}-cluster`,
    },
    directory: { outcome: "found", from: "directory-file", userName: local, displayName: display, email },
    says: [{ text: all, strong: true }, { text: `(${all.toUpperCase()})` }],
    links: [
      `/identities/person?who=${encodeURIComponent(email)}&arn=${encodeURIComponent(encodeURIComponent(arn))}`,
    ],
    counts: { [email]: 1, [arn]: 2 },
    lines: [
      {
        recordId: "a1",
        text: `arn="${arn}" client="${address}:4711" username="dev:${local}-${domain}"`,
        note: null,
      },
    ],
    events: [
      {
        json: JSON.stringify({ userIdentity: { arn, accountId: account, principalId: `${id}:${email}` } }),
        note: null,
      },
    ],
    seen: [true, 7, null, ""],
  };
}

/** What may not be found in any spelling. */
const secretsAt = (
  level: RedactionLevel,
  { local, domain, account, key, id, role, octets, display }: Person,
) => {
  const masked = [`${local}@`, `${local}-`, account, key, octets.join("."), display];
  return level === "R1" ? masked : [...masked, local, domain, id, role, ...display.split(" ")];
};

function spelled(value: unknown): string {
  const once = JSON.stringify(value);
  const plain = once.replaceAll(/%25/g, "%").replaceAll(/%25/g, "%");
  return `${once} ${decodeURIComponent(plain.replaceAll(/%(?![0-9A-F]{2})/g, ""))}`.toLowerCase();
}

/** The same value with types for what it holds. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.entries(value).map(([key, inner]) => [/^[A-Za-z]+$/.test(key) ? key : "", shape(inner)]);
}

describe("a redacted answer", () => {
  it.each(["R1", "R2"] as const)("at %s holds no value that identifies anybody", (level) => {
    fc.assert(
      fc.property(aPerson, (person) => {
        const told = spelled(createRedactor(level, nameHash("key")).value(answerAbout(person)));
        for (const secret of secretsAt(level, person)) expect(told).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 60 },
    );
  });

  it("has the same keys and types, also when it is redacted again", () => {
    fc.assert(
      fc.property(aPerson, fc.constantFrom("R1" as const, "R2" as const), (person, level) => {
        const { lines: _lines, events: _events, ...answer } = answerAbout(person);
        const redactor = createRedactor(level, nameHash("key"));
        const once = redactor.value(answer);
        expect(shape(once)).toEqual(shape(answer));
        expect(shape(redactor.value(once))).toEqual(shape(answer));
      }),
      { numRuns: 40 },
    );
  });

  it("names the same person alike wherever it stands in one share", () => {
    fc.assert(
      fc.property(aPerson, (person) => {
        const { attempt, directory } = createRedactor("R2", nameHash("key")).value(answerAbout(person));
        expect(attempt.origin.name).toBe(attempt.caller.sessionName);
        expect(directory.email).toBe(attempt.caller.sessionName);
        expect(attempt.kubernetes.username).toContain(attempt.caller.sessionName);
        const elsewhere = createRedactor("R2", nameHash("other")).value(answerAbout(person));
        expect(elsewhere.attempt.caller).not.toEqual(attempt.caller);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps different people apart", () => {
    const names = Array.from({ length: 2_000 }, (_, n) => `person${n}@example.com`);
    expect(new Set(createRedactor("R2", nameHash("key")).value({ names }).names).size).toBe(names.length);
  });
});

describe("any attempts", () => {
  const attempts = drawAttempts(300, 7);

  it("stay what they are at R0", () => {
    expect(createRedactor("R0").value(attempts)).toBe(attempts);
  });

  it("keep their shape, their ids and their verdicts, and lose their names", () => {
    const told = createRedactor("R2", nameHash("key")).value(attempts);
    expect(shape(told)).toEqual(shape(attempts));
    const plain = (all: typeof attempts) =>
      all.map(({ id, timeMs, decision, class: kind }) => [id, timeMs, decision, kind]);
    expect(plain(told)).toEqual(plain(attempts));
    expect(JSON.stringify(told)).not.toMatch(
      /alice|example\.com|111122223333|ASIAEXAMPLE|"Staging"|Developers/i,
    );
  });
});

describe("hostile text", () => {
  it("never throws, whatever stands in it", () => {
    const anyJson = fc.jsonValue({ maxDepth: 6, stringUnit: "binary" });
    fc.assert(
      fc.property(anyJson, fc.constantFrom("R1" as const, "R2" as const), (value, level) => {
        createRedactor(level, nameHash("key")).value({ value, username: value, json: JSON.stringify(value) });
      }),
      { numRuns: 100 },
    );
  });

  it("is left out where it is deeper than anything of ours", () => {
    let deep: unknown = "alice@example.com";
    for (let i = 0; i < 5_000; i++) deep = [deep];
    expect(JSON.stringify(createRedactor("R1").value({ deep }))).not.toContain("alice");
  });

  it("makes no key anything else than a key", () => {
    const value = JSON.parse('{"__proto__":{"username":"alice@example.com"},"constructor":"x"}') as object;
    const told = createRedactor("R1").value(value);
    expect(Object.getPrototypeOf(told)).toBe(Object.prototype);
    expect(JSON.stringify(told)).toBe('{"__proto__":{"username":"a***@example.com"},"constructor":"x"}');
  });

  it.each([
    ["ARNs within ARNs", "arn:"],
    ["long words", "a"],
    ["dashes", "a-"],
    ["addresses", "1.1."],
    ["colons", "::1"],
    ["percent signs", "%25"],
    ["signs", "a@b."],
    ["a learned name's beginning", "namename "],
  ])("is read in time that grows with its length: %s", (_, piece) => {
    const redactor = createRedactor("R2", nameHash("key"));
    redactor.value({ username: `${"name".repeat(80)}x`, sessionName: "a-".repeat(120) });
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(redactor.text(text).length).toBeGreaterThan(0);
  });
});

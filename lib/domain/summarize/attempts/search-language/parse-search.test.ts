import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someTerms } from "@/lib/testing/draw-searches";
import { completeAt } from "./complete-search";
import { MOST_TERMS, parseSearch } from "./parse-search";
import { printSearch } from "./print-search";
import { tidyNarrowing, toNarrowing, termsOf } from "./narrowing";

/** `-cluster:dev` as `-cluster=dev`, gaps as `…`. */
const told = (text: string) =>
  parseSearch(text).terms.map(
    ({ key, pattern, excluded }) => `${excluded ? "-" : ""}${key}=${pattern.join("…")}`,
  );
const issuesOf = (text: string) =>
  parseSearch(text).issues.map(
    ({ severity, start, end, message }) => `${severity} <${text.slice(start, end)}> ${message}`,
  );

describe("what a search says", () => {
  test.each([
    ["", []],
    ["  \t\n ", []],
    ["alice", ["text=alice"]],
    ["alice prod", ["text=alice", "text=prod"]],
    ['"not mapped"', ["text=not mapped"]],
    ["-alice", ["-text=alice"]],
    ["-", ["text=-"]],
    ["decision:denied", ["decision=denied"]],
    ["Decision:DENIED", ["decision=denied"]],
    ["user:alice ip:192.0.2.1", ["username=alice", "address=192.0.2.1"]],
    ["cluster:(a, b)", ["cluster=a", "cluster=b"]],
    ["cluster:(a b)", ["cluster=a", "cluster=b"]],
    ["cluster:a -cluster:(dev,test)", ["cluster=a", "-cluster=dev", "-cluster=test"]],
    ['group:"system:masters"', ["group=system:masters"]],
    ["group:system:masters", ["group=system:masters"]],
    ["group:system:*", ["group=system:…"]],
    ["session:*@example.com", ["session=…@example.com"]],
    ["username:a**b", ["username=a…b"]],
    ["username:*", ["username=…"]],
    ["role:\\*", ["role=*"]],
    ['session:"Al \\"x\\" \\\\"', ['session=Al "x" \\']],
    ['session:Al" "x*', ["session=Al x…"]],
    ["username:a\\u{202e}b", ["username=a\u202eb"]],
    ["address:2001:db8::1", ["address=2001:db8::1"]],
    ["arn:aws:iam::111122223333:role/Dev", ["text=arn:aws:iam::111122223333:role/Dev"]],
    ["system:masters", ["text=system:masters"]],
    ["*ali*ce*", ["text=ali…ce"]],
    ["identity:person:alice@example.com", ["identity=person:alice@example.com"]],
    ["(alice)", ["text=(alice)"]],
    ["cluster:a,b", ["cluster=a,b"]],
    ["class:NODE class:wo*", ["class=node", "class=wo…"]],
  ])("%j", (text, terms) => {
    expect(told(text)).toEqual(terms);
    expect(issuesOf(text)).toEqual([]);
  });
});

describe("what cannot be read is named with its place, and the rest still applies", () => {
  test.each([
    ["clustr:dev alice", ["text=alice"], ["error <clustr> There is no such key. Did you mean cluster: ?"]],
    [
      "colour:red",
      ["text=colour:red"],
      ["warning <colour:red> There is no such key: it is searched for as text."],
    ],
    ["cluster: alice", ["text=alice"], ["error <cluster:> There is no value."]],
    ['cluster:"" alice', ["text=alice"], ['error <""> There is no value.']],
    ["cluster:() alice", ["text=alice"], ["error <cluster:()> There is no value in the brackets."]],
    ["cluster:(a,b alice", ["text=alice"], ["error <cluster:(a,b> The bracket is not closed."]],
    ['group:"system cluster:dev', ["cluster=dev"], ['error <"system> The quote is not closed.']],
    ["decision:maybe", [], ["error <maybe> It must be one of granted, denied."]],
    ["decision:denid", [], ["error <denid> It must be one of granted, denied. Did you mean denied?"]],
    ["class:x*", [], ["error <x*> It must be one of person, node, ci, workload, aws, root, unknown."]],
    ["a AND b", ["text=a", "text=b"], ["warning <AND> All terms must hold anyway: AND was left out."]],
    [
      "a OR b",
      ["text=a", "text=b"],
      ["error <OR> Terms cannot be joined by OR; values of one key can: cluster:(a, b)."],
    ],
    [
      'group:"system:*"',
      ["group=system:*"],
      ["warning <*> In quotes * stands for itself, not for anything."],
    ],
    ["-identity:person:a", [], ["error <person:a> An identity cannot be excluded; its names can."]],
    ["identity:persn:a", [], ["error <persn:a> An identity is written kind:name, like person:name."]],
    [
      "identity:person:a identity:person:b",
      ["identity=person:a"],
      ["error <identity:person:b> There is an identity before it, and a search has one at most."],
    ],
    ["*", [], ["error <*> There is no value."]],
    [
      "__proto__:x",
      ["text=__proto__:x"],
      ["warning <__proto__:x> There is no such key: it is searched for as text."],
    ],
  ])("%j", (text, terms, issues) => {
    expect(told(text)).toEqual(terms);
    expect(issuesOf(text)).toEqual(issues);
  });

  test("what is too long, or too much", () => {
    expect(issuesOf(`role:${"x".repeat(1_025)}`)[0]).toContain("longer than 1024");
    expect(issuesOf("y".repeat(257))[0]).toContain("longer than 256");
    const many = parseSearch(Array.from({ length: MOST_TERMS + 3 }, (_, i) => `role:r${i}`).join(" "));
    expect([many.terms.length, many.issues.length]).toEqual([MOST_TERMS, 3]);
  });
});

describe("a search and its text", () => {
  const sign = fc.constantFrom(..."ab\"'\\*()-:,= \t\n\u202e{}u2".split(""), "cluster:", "decision:", "OR");
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(sign, { maxLength: 30 }).map((all) => all.join("")),
  );

  test("any text gets an answer, its places lie within it, and what was understood reads the same again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { terms, issues, items } = parseSearch(text);
        for (const { start, end } of [...issues, ...items, ...items.flatMap(({ values }) => values)]) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
        const again = parseSearch(printSearch(terms));
        expect(again.issues).toEqual([]);
        expect(again.terms).toEqual(terms);
      }),
      { seed: 5, numRuns: 3_000 },
    );
  });

  test("any terms are printed so that they read as themselves, on one line that shows all of them", () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        const text = printSearch(terms);
        expect(text).toMatch(/^[^\p{Cc}\p{Cf}]*$/u);
        expect(parseSearch(text)).toMatchObject({ terms, issues: [] });
      }),
      { seed: 5, numRuns: 1_000 },
    );
  });

  test("a filter survives its own search", () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        const narrowing = toNarrowing(terms);
        expect(tidyNarrowing(narrowing)).toEqual(narrowing);
        expect(toNarrowing(parseSearch(printSearch(termsOf(narrowing))).terms)).toEqual(narrowing);
      }),
      { seed: 5, numRuns: 1_000 },
    );
  });

  test("the place of the caret is within the text, whatever stands there", () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, at) => {
        const caret = Math.min(at, text.length);
        const { from, to } = completeAt(text, caret);
        expect(from <= caret && caret <= to && to <= text.length).toBe(true);
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });

  test.each(['"', "(", "cluster:(", 'cluster:("', "\\", "*", "a:", "-", "cluster:(a,"])(
    "50,000 times %j is read in linear time",
    (piece) => {
      const started = performance.now();
      parseSearch(piece.repeat(50_000));
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});

describe("what is being written at the caret", () => {
  test.each([
    ["|", "", null, ""],
    ["clu|", "clu", null, "clu"],
    ["alice clu|ster", "clu", null, "cluster"],
    ["cluster:|", "", "cluster", ""],
    ["cluster:pr|od x", "prod", "cluster", "prod"],
    ["-clu|ster:prod", "clu", null, "cluster:"],
    ["-user:al|", "al", "username", "al"],
    ["cluster:(a, b|)", "b", "cluster", "b"],
    ["cluster:(a, |)", "", "cluster", ""],
    ["cluster:(a, b|", "b", "cluster", "b"],
    ["cluster:(a, | role:x", "", "cluster", ""],
    ['group:"system:ma|sters"', "system:masters", "group", '"system:masters"'],
    ["arn:aws|", "arn:aws", null, "arn:aws"],
  ])("%s", (marked, written, key, replaced) => {
    const caret = marked.indexOf("|");
    const text = marked.replace("|", "");
    const completion = completeAt(text, caret);
    expect([completion.written, completion.key]).toEqual([written, key]);
    expect(text.slice(completion.from, completion.to)).toBe(replaced);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aFrozenAttempt } from "@/lib/testing/a-frozen-attempt";
import type { Incident, IncidentEntry } from "./incident";
import { incidentMarkdown } from "./incident-markdown";
import { viewIncident } from "./see-incident";

const NOW = Date.UTC(2026, 10, 27, 14);
const BASE = "https://gatebook.example";

/** The same hostile text in every place that others can write. */
function incidentWith(text: string): Incident {
  const by = { id: "x", name: text };
  const frozen = aFrozenAttempt(1, {
    timeMs: NOW - 2,
    decision: "denied",
    error: text,
    cluster: text,
    id: text,
  });
  const sentence = [{ text, strong: true }, { text, code: true }, { text }, { text: ".", claimed: true }];
  const [record] = frozen.records;
  if (record === undefined) throw new Error("There is no record");
  const records = [{ ...record, eventId: text, note: text }];
  const reason = { code: "not-mapped" as const, title: text, meaning: text };
  const mark = { arn: text, accessKeyId: null, username: text, sourceIp: null, userAgent: null };
  const diff = (["same", "removed", "added"] as const).map((kind) => ({ kind, text }));
  const told = {
    kind: "changed",
    part: "access-entry",
    key: text,
    timeMs: NOW - 1,
    isTimeKnown: true,
  } as const;
  const rest = { afterMs: null, origin: null, evidence: null, effects: [] };
  const added = { addedMs: NOW, by };
  const stamp = { ms: NOW, by };
  const entries: IncidentEntry[] = [
    { kind: "attempt", id: "1", ...added, frozen: { ...frozen, sentence, reason, records } },
    {
      kind: "change",
      id: "2",
      ...added,
      cluster: text,
      change: { ...told, ...rest, by: mark, diff, message: text },
    },
    { kind: "note", id: "3", ...added, text, edited: stamp },
    { kind: "removed", id: "4", ...added, was: "note", timeMs: NOW, cluster: null, removed: stamp },
  ];
  const head = { id: text, title: text, state: "open", createdMs: NOW, by } as const;
  return { ...head, version: 1, changedMs: NOW, entries };
}

function print(incident: Incident): string {
  const all = { personId: "", seesCluster: () => true };
  const view = viewIncident(incident, all, { mayChange: true, said: null, nowMs: NOW });
  return incidentMarkdown(view, { baseUrl: `${BASE}/` });
}

/** What of a Markdown text is not code, by CommonMark's rules for fences and for runs of backticks. */
function withoutCode(markdown: string): string {
  const rest: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split("\n")) {
    const [, run = null] = /^ {0,5}(`{3,})[^`]*$/.exec(line) ?? [];
    if (fence === null && run !== null) fence = run;
    else if (fence !== null)
      fence = run !== null && line.trim() === run && run.length >= fence.length ? null : fence;
    else rest.push(withoutSpans(line));
  }
  expect(fence).toBeNull();
  return rest.join("\n");
}

function withoutSpans(line: string): string {
  let out = "";
  for (let at = 0; at < line.length; ) {
    const run = /^`+/.exec(line.slice(at))?.[0] ?? "";
    const close = run === "" ? -1 : endOfRun(line, at + run.length, run.length);
    out += close === -1 ? (line[at] ?? "") : "`";
    at = close === -1 ? at + 1 : close;
  }
  return out;
}

function endOfRun(line: string, from: number, length: number): number {
  for (const match of line.slice(from).matchAll(/`+/g))
    if (match[0].length === length) return from + match.index + length;
  return -1;
}

const HOSTILE = [
  "<script>alert(1)</script>",
  "[x](https://evil.example)",
  "![x](https://evil.example/a.png)",
  "https://evil.example www.evil.example evil.example a@evil.example",
  "@here @channel @everyone <!here> <@U123> #12 GH-12 ABC-123 deadbee1",
  "`` ` ``` x",
  "a`",
  "`",
  "\\` \\",
  "~~~\n```\n# head\n---\n",
  "| a | b |\n|---|---|",
  "- [ ] x\n1. y\n> z",
  "&lt;b&gt; &#x3c;",
  "**a** __b__ _c_ ~~d~~ :smile: $x$",
  "\u202eabc\u2066 \u0000 \u200b \u3164 \ud800",
  "\r\n\n    indented\n\ttab",
  "",
  " ",
];

const ONE_OF = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom("`", "\\", " ", "\n", "<", "[", "(", "@", "a", "1", "."),
    maxLength: 20,
  }),
);
const text = fc.array(ONE_OF, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));

describe("an incident as Markdown", () => {
  it("has nothing active of what others wrote", () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const plain = withoutCode(print(incidentWith(hostile)));
        const ours = /\]\(https:\/\/gatebook\.example\/(?:attempts|incidents)\/[A-Za-z0-9%._-]*\)/g;
        const rest = plain
          .replace(ours, "")
          .replace(/\\./g, "")
          .replace(/\[(?:Attempt|Incident in Gatebook)(?=\s|$)/gm, "");
        expect(rest).not.toMatch(/[<@[\]|~_$&]|:\/\/|www\.|\w\.\w*[a-z]|(?:^|\s):\w/m);
        expect(rest.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u3164]/u);
        // Every line begins with what is ours.
        for (const line of rest.split("\n").filter((one) => one !== ""))
          expect(line).toMatch(/^(?:# |## Timeline$|Open\.|- \*\*2026-11-27 |\s{2}- |\s{2}>|\s*$)/);
      }),
      { numRuns: 400 },
    );
  });

  it("reads well where nothing is hostile", () => {
    const incident = incidentWith("alice");
    expect(print(incident)).toContain(`# alice

Open. Begun by alice at 2026-11-27 14:00:00 UTC. [Incident in Gatebook](${BASE}/incidents/alice)

## Timeline

- **2026-11-27 13:59:59.998 UTC** · denied · \`alice\` \`alice\`alice\`.\` [Attempt](${BASE}/attempts/alice)
  - Why: alice (\`not-mapped\`)
  - Log line \`alice\`: SHA-256 \`${"0".repeat(64)}\` (alice)`);
    expect(print(incident)).toContain("  ```diff\n   alice\n  -alice\n  +alice\n  ```");
    expect(print(incident)).toContain(
      "note by alice (edited by alice at 2026-11-27 14:00:00 UTC)\n\n  > alice",
    );
  });

  it("says how many entries were left out, and none of their names", () => {
    const nobody = { personId: "", seesCluster: () => false };
    const view = viewIncident(incidentWith("hidden"), nobody, { mayChange: true, said: null, nowMs: NOW });
    const shown = incidentMarkdown({ ...view, id: "i", title: "t", by: "b" }, { baseUrl: BASE });
    expect(shown).toContain("2 entries are of clusters that whoever made this may not see.");
  });
});

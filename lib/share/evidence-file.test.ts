import { describe, expect, it } from "vitest";
import { freezeEvidence } from "./freeze-evidence";
import { printEvidenceFile } from "./print-evidence-file";
import { verifyEvidenceFile } from "./verify-evidence-file";

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror=alert(1)> & " ' \u202e \u2028 e${"\u0301".repeat(9)} <!--`;
const DOCUMENT = freezeEvidence(
  {
    kind: "attempt",
    title: `Title ${HOSTILE}`,
    content: { sessionName: HOSTILE, nested: [{ timeMs: Date.UTC(2026, 10, 27), isIn: true, none: null }] },
    records: [{ recordId: `r ${HOSTILE}`, kind: "line", text: `line ${HOSTILE}`, note: null }],
  },
  {
    level: "R0",
    key: "k",
    madeMs: Date.UTC(2026, 10, 27),
    sharedBy: HOSTILE,
    note: HOSTILE,
    view: "/attempts/x",
  },
);
const PAGE = printEvidenceFile(DOCUMENT);
const broken = (text: string) =>
  verifyEvidenceFile(text).flatMap(({ what, problem }) => (problem ? [what] : []));

describe("the file of evidence", () => {
  it("holds, as a page and as its document", () => {
    expect(broken(PAGE)).toEqual([]);
    expect(broken(JSON.stringify(DOCUMENT))).toEqual([]);
  });

  it("lets nothing hostile be more than text, and loads nothing", () => {
    expect(PAGE.match(/<script/g)).toHaveLength(1);
    expect(PAGE.match(/<\/script/g)).toHaveLength(1);
    expect(PAGE).not.toMatch(/<img|<!--|\u202e|\u2028|<[^>]* (src|href)=/);
    expect(PAGE.replace(/<script.*<\/script>/s, "")).not.toMatch(/\u0301{5}/);
    expect(PAGE).toContain("default-src 'none'");
    expect(PAGE).toContain("2026-11-27T00:00:00.000Z");
  });

  it.each([
    ["the title that is shown", (text: string) => text.replace("<h1>Title", "<h1>Other"), ["page"]],
    ["a line that is shown", (text: string) => text.replace("<pre>line", "<pre>other"), ["page"]],
    [
      "the title of the document",
      (text: string) => text.replace('"title":"Title', '"title":"Other'),
      ["document", "page"],
    ],
    ["something added", (text: string) => text.replace("</main>", "<p>x</p></main>"), ["page"]],
    ["a script added", (text: string) => `${text}<script>1</script>`, ["page"]],
    [
      "another document first",
      (text: string) =>
        text.replace("<main>", '<script type="application/json" id="evidence">{}</script><main>'),
      ["form"],
    ],
    ["the end cut off", (text: string) => text.slice(0, -10), ["page"]],
    ["its half", (text: string) => text.slice(0, text.length / 2), ["form"]],
    ["nothing", () => "", ["form"]],
    ["no JSON", () => "{", ["form"]],
  ])("does not hold with %s changed", (_what, tamper, what) => {
    expect(broken(tamper(PAGE))).toEqual(what);
  });
});

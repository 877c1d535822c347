import type { Evidence, EvidenceRecord } from "@/lib/domain/summarize/evidence/evidence";
import { type Fact, factTree } from "@/lib/domain/summarize/evidence/fact-tree";
import { mainFacts } from "@/lib/domain/summarize/evidence/main-facts";
import { canonicalJson } from "./canonical-json";
import { htmlText } from "./html-text";

/** Around the document within the page. */
export const DOCUMENT_START = '<script type="application/json" id="evidence">';
export const DOCUMENT_END = "</script>";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE = `:root{color-scheme:light dark}body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.25rem}h2{font-size:1rem;margin-top:2rem}ul{padding-left:1.25rem;list-style:none}b{font-weight:600}pre,code{font:12px/1.5 ui-monospace,monospace;white-space:pre-wrap}pre{border:1px solid #8886;border-radius:6px;padding:.5rem}`;

/**
 * One page of HTML that opens offline: nothing runs in it, nothing is loaded, and the document itself stands in it. The
 * same document is always the same page, so that a page that shows something else is found out.
 */
export function printEvidenceFile(document: Evidence): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Gatebook evidence</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${printHead(document)}
${printContent(document)}
</main>
${DOCUMENT_START}${embed(document)}${DOCUMENT_END}
</body>
</html>
`;
}

function printHead({ title, note, madeMs, sharedBy, level, view, sha256 }: Evidence): string {
  const made = Number.isFinite(new Date(madeMs).getTime()) ? new Date(madeMs).toISOString() : `${madeMs}`;
  const facts: readonly Fact[] = [
    ["Shared by", sharedBy],
    ["Made", made],
    ["Redaction", level],
    ["View", view ?? ""],
    ["Note", note],
    ["SHA-256", sha256],
  ].flatMap(([label = "", value = ""]) => (value === "" ? [] : [{ label, value, facts: [] }]));
  const how = "Check this file with <code>gatebook verify FILE</code>.";
  return `<h1>${htmlText(title)}</h1>\n${printFacts(facts)}\n<p>${how}</p>`;
}

/** First what one looks for first; all else is folded. */
function printContent({ content, records }: Evidence): string {
  const plain: unknown = JSON.parse(canonicalJson(content));
  const all = printFacts(factTree(plain));
  const main = mainFacts(plain);
  const proof = `<h2>Records</h2>\n${records.length === 0 ? "<p>No records are in it.</p>" : records.map(printRecord).join("\n")}`;
  if (main.length === 0) return `<h2>Facts</h2>\n${all}\n${proof}`;
  return `<h2>In short</h2>\n${printFacts(main)}\n${proof}\n<details><summary>All facts</summary>${all}</details>`;
}

function printFacts(facts: readonly Fact[]): string {
  if (facts.length === 0) return "";
  return `<ul>${facts.map(printFact).join("\n")}</ul>`;
}

function printFact({ label, value, facts }: Fact): string {
  const told = value === null ? "" : ` ${htmlText(value)}`;
  return `<li><b>${htmlText(label)}</b>${told}${printFacts(facts)}</li>`;
}

function printRecord({ recordId, kind, text, note, sha256, originalSeal }: EvidenceRecord): string {
  const said = note === null ? "" : `<p>${htmlText(note)}</p>`;
  const shown = text === "" ? "" : `<pre>${htmlText(text)}</pre>${printDigest("SHA-256", sha256)}`;
  const seal = originalSeal === null ? "" : printDigest("Seal of the record as it came", originalSeal);
  return `<section><p><b>${kind === "line" ? "Log line" : "CloudTrail event"}</b> ${htmlText(recordId)}</p>${said}${shown}${seal}</section>`;
}

function printDigest(label: string, hex: string): string {
  return `<p><code>${label} ${htmlText(hex)}</code></p>`;
}

/** No tag can end or begin in it, and nothing stands in it that cannot be seen. */
function embed(document: Evidence): string {
  return canonicalJson(document).replaceAll(/[<>&\u2028\u2029\p{Cf}]/gu, toEscape);
}

function toEscape(letter: string): string {
  const units = letter.split("");
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

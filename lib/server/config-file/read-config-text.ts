import { type Document, LineCounter, parseDocument } from "yaml";
import { checkReferences, NOTHING_NAMED } from "./check-references";
import { checkShape } from "./check-shape";
import { checkSignIn } from "./check-sign-in";
import { CONFIG_KEYS, type GatebookConfig } from "./config-keys";
import type { Findings } from "./findings";
import { byPosition, type Mistake } from "./mistake";
import type { DraftOf } from "./shape";

export type ConfigReading =
  | { readonly ok: true; readonly config: GatebookConfig }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const LONGEST = 1_000_000;
const START = { line: 1, column: 1 };

/** Reads the text of a config file. Never throws: gives the config, or every mistake in the order of the file. */
export function readConfigText(text: string): ConfigReading {
  if (text.length > LONGEST)
    return {
      ok: false,
      mistakes: [{ ...START, message: "The file is too long.", remedy: "Is it the right one?" }],
    };
  if (text.trim() === "")
    return { ok: false, mistakes: [{ ...START, message: "The file is empty.", remedy: NOTHING_NAMED }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const findings: Findings = { document, lines, mistakes: readSyntax(document, lines), places: new Map() };
  if (document.errors.some(({ code }) => code !== "DUPLICATE_KEY"))
    return { ok: false, mistakes: findings.mistakes };
  const found = { node: document.contents, path: "", place: START };
  const draft = checkShape(findings, CONFIG_KEYS, found) as DraftOf<typeof CONFIG_KEYS>;
  checkReferences(findings, draft);
  checkSignIn(findings, draft.signIn);
  if (findings.mistakes.length > 0) return { ok: false, mistakes: findings.mistakes.sort(byPosition) };
  // Without a mistake every text that is required is there.
  return { ok: true, config: draft as GatebookConfig };
}

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ["DUPLICATE_KEY", "Take one of them out."],
  ["TAB_AS_INDENT", "Write blanks instead."],
  ["MISSING_CHAR", "Something before this place was opened and not closed."],
]);

/** What makes the text no YAML at all: nothing else can be said of it then, but where only a key stands twice. */
function readSyntax({ errors }: Document, lines: LineCounter): Mistake[] {
  return errors.map(({ pos, message, code }) => {
    const { line, col } = lines.linePos(pos[0]);
    const remedy = REMEDIES.get(code) ?? "Mend it, and check again.";
    return { line, column: col, message: `This is no YAML: ${sentence(message)}`, remedy };
  });
}

function sentence(message: string): string {
  const line = message.split("\n", 1)[0] ?? "";
  return `${line.replace(/[.:]$/, "")}.`;
}

import { printIdentityId } from "@/lib/domain/identity/identity-ref";
import { MOST_MEANINGS } from "@/lib/domain/parse/pasted/meaning";
import type { Reading } from "@/lib/domain/parse/pasted/reading";
import { whatIsPasted } from "@/lib/domain/parse/pasted/what-is-pasted";
import { chooseKnown } from "@/lib/domain/summarize/identities/choose-known";
import { whyNotLookedUp } from "@/lib/domain/summarize/identities/pasted-words";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { printable } from "@/lib/server/log/printable";
import { type CommandIo, writeAll } from "../command-io";
import { toIdentityJson, toIdentityText } from "../identity-lines";
import { toJsonLine } from "../json-line";
import { readArguments } from "../read-arguments";
import { type Engine, withDataFolder } from "../with-data-folder";

const USAGE = "usage: gatebook identity VALUE --data DIR [--json]\n";
const NEAR = 5;

/**
 * `gatebook identity`: all that the one did whom a name, ARN, id, record or line stands for; one report for each that it
 * may stand for. Exit 1 where nothing is known, 2 where nothing can be looked up: secrets are refused.
 */
export async function run(args: readonly string[], { stdout, stderr }: CommandIo): Promise<number> {
  const options = readOptions(args);
  if ("problem" in options) {
    stderr.write(`gatebook identity: ${printable(options.problem)}\n${USAGE}`);
    return 2;
  }
  const { data, reading, json } = options;
  return withDataFolder({ command: "identity", data, stderr }, async (engine) => {
    const answer = await lookUp(engine, reading, json);
    if (answer.found) await writeAll(stdout, answer.text);
    else stderr.write(`gatebook identity: ${answer.text}\n`);
    return answer.found ? 0 : 1;
  });
}

function readOptions(args: readonly string[]) {
  const parsed = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: "string" }, json: { type: "boolean", default: false } },
  });
  if ("problem" in parsed) return parsed;
  const { data, json } = parsed.values;
  const [text, ...more] = parsed.positionals;
  if (data === undefined) return { problem: "say where the data is: --data DIR" };
  if (text === undefined || more.length > 0) return { problem: "give one name, ARN, id, record or line" };
  const reading = whatIsPasted(text);
  if (reading.what !== "reading") return { problem: whyNotLookedUp(reading) ?? "" };
  return { data, reading, json };
}

interface Answer {
  readonly found: boolean;
  readonly text: string;
}

async function lookUp(engine: Engine, { tiers }: Reading, json: boolean): Promise<Answer> {
  const meanings = tiers.flat().slice(0, MOST_MEANINGS);
  const text = meanings.at(-1)?.value ?? "";
  const { known, near } = await engine.findIdentities(LOCAL_VIEWER, { meanings, text, limit: NEAR });
  const chosen = chooseKnown(tiers, known);
  if (chosen.length === 0) {
    const names = near.map(printIdentityId).join(", ");
    return {
      found: false,
      text: `nothing is known of it.${names === "" ? "" : ` Near it: ${printable(names)}`}`,
    };
  }
  let out = "";
  for (const { identity, attemptId } of chosen) {
    if (attemptId !== null) out += json ? toJsonLine({ attemptId }) : `attempt ${attemptId}\n`;
    if (identity === null) continue;
    const report = await engine.reportIdentity(LOCAL_VIEWER, identity);
    if (report !== null) out += json ? toIdentityJson(report) : toIdentityText(report);
  }
  return { found: true, text: out };
}

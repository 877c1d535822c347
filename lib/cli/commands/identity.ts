import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { printIdentityId } from "@/lib/domain/identity/identity-ref";
import { MOST_MEANINGS } from "@/lib/domain/parse/pasted/meaning";
import type { Reading } from "@/lib/domain/parse/pasted/reading";
import { whatIsPasted } from "@/lib/domain/parse/pasted/what-is-pasted";
import { chooseKnown } from "@/lib/domain/summarize/choose-known";
import { whyNotLookedUp } from "@/lib/domain/summarize/pasted-words";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { whereDataIs } from "@/lib/server/data-folder";
import { printable } from "@/lib/server/log/printable";
import { openDataFolder } from "@/lib/server/open-data-folder";
import { type CommandIo, writeAll } from "../command-io";
import { toIdentityJson, toIdentityText } from "../identity-lines";

const USAGE = "usage: gatebook identity VALUE --data DIR [--json]\n";
const NEAR = 5;

/**
 * `gatebook identity`: all that the one did whom a name, ARN, id, record or line stands for; one report for each that it
 * may stand for. Exit 1 where nothing is known, 2 where nothing can be looked up: secrets are refused.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") {
    io.stderr.write(`gatebook identity: ${printable(options)}\n${USAGE}`);
    return 2;
  }
  const folder = await openDataFolder(options.data, false);
  if (folder === null) {
    io.stderr.write(`gatebook identity: ${printable(whereDataIs(options.data))}\n`);
    return 1;
  }
  try {
    const answer = await lookUp(folder.engine, options.reading, options.json);
    if (answer.found) await writeAll(io.stdout, answer.text);
    else io.stderr.write(`gatebook identity: ${answer.text}\n`);
    return answer.found ? 0 : 1;
  } finally {
    await folder.close();
  }
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: "string" }, json: { type: "boolean", default: false } },
    });
    if (values.data === undefined) return "say where the data is: --data DIR";
    if (positionals.length !== 1) return "give one name, ARN, id, record or line";
    const pasted = whatIsPasted(positionals[0] ?? "");
    if (pasted.what !== "reading") return whyNotLookedUp(pasted) ?? "";
    return { data: resolve(values.data), reading: pasted, json: values.json };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

type Engine = NonNullable<Awaited<ReturnType<typeof openDataFolder>>>["engine"];
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
    if (attemptId !== null) out += json ? `${JSON.stringify({ attemptId })}\n` : `attempt ${attemptId}\n`;
    if (identity === null) continue;
    const report = await engine.reportIdentity(LOCAL_VIEWER, identity);
    if (report !== null) out += json ? toIdentityJson(report) : toIdentityText(report);
  }
  return { found: true, text: out };
}

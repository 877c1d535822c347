import type { Attempt } from "@/lib/domain/correlate/attempt";
import { RECORD_ID } from "@/lib/domain/identity/record-id";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import { spanOf } from "@/lib/domain/time/span-of";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { printable } from "@/lib/server/log/printable";
import { EVERYTHING } from "../attempt-options";
import { toChainJson, toChainText } from "../chain-lines";
import { type CommandIo, writeAll } from "../command-io";
import { readArguments } from "../read-arguments";
import { type Engine, withDataFolder } from "../with-data-folder";

const USAGE = "usage: gatebook chain ID|ARN|KEY|--all --data DIR [--json]\n";
const PAGE = 500;

/**
 * `gatebook chain`: how the callers of attempts came by their credentials, newest attempt first. Of one attempt (its id),
 * of a principal's or session's ARN, of an access key id, or of all. Exit 1 where nothing is found.
 */
export async function run(args: readonly string[], { stdout, stderr }: CommandIo): Promise<number> {
  const options = readOptions(args);
  if ("problem" in options) {
    stderr.write(`gatebook chain: ${printable(options.problem)}\n${USAGE}`);
    return 2;
  }
  const { data, of, json } = options;
  return withDataFolder({ command: "chain", data, stderr }, async (engine) => {
    let printed = 0;
    for await (const chains of findChains(engine, of)) {
      await writeAll(stdout, chains.map(json ? toChainJson : toChainText).join(""));
      printed += chains.length;
    }
    if (printed > 0) return 0;
    stderr.write(`gatebook chain: no attempt of ${printable(of ?? "anybody")}\n`);
    return 1;
  });
}

function readOptions(args: readonly string[]) {
  const parsed = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: "string" },
      all: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  if ("problem" in parsed) return parsed;
  const { data, all, json } = parsed.values;
  const [of = null, ...more] = parsed.positionals;
  if (data === undefined) return { problem: "say where the data is: --data DIR" };
  if (more.length > 0 || (of === null) === !all) return { problem: "name one attempt, ARN or key, or --all" };
  return { data, of, json };
}

/** null = all; else an attempt's id, or what its caller is known by. */
async function* findChains(engine: Engine, of: string | null): AsyncGenerator<readonly AttemptChain[]> {
  if (of !== null && RECORD_ID.test(of)) {
    const chain = await engine.traceChain(LOCAL_VIEWER, { id: of });
    if (chain !== null) yield [chain];
    return;
  }
  const filter: AttemptFilter = { ...EVERYTHING, text: of ?? "" };
  let cursor: string | null = null;
  do {
    const page = await engine.searchAttempts(LOCAL_VIEWER, { filter, cursor, limit: PAGE });
    const attempts = of === null ? page.rows : page.rows.filter((attempt) => isOf(attempt, of));
    const range = spanOf(attempts.map(({ timeMs }) => timeMs));
    yield await engine.traceChains(LOCAL_VIEWER, { ids: attempts.map(({ id }) => id), range });
    cursor = page.next;
  } while (cursor !== null);
}

function isOf({ caller }: Attempt, of: string): boolean {
  return caller !== null && [caller.arn, caller.canonicalArn, caller.accessKeyId].includes(of);
}

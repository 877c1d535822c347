import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { AttemptChain } from "@/lib/domain/summarize/attempt-chain";
import type { AttemptFilter } from "@/lib/domain/summarize/attempt-filter";
import { spanOf } from "@/lib/domain/time/span-of";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { whereDataIs } from "@/lib/server/data-folder";
import { printable } from "@/lib/server/log/printable";
import { openDataFolder } from "@/lib/server/open-data-folder";
import { EVERYTHING } from "../attempt-options";
import { toChainJson, toChainText } from "../chain-lines";
import { type CommandIo, writeAll } from "../command-io";

const USAGE = "usage: gatebook chain ID|ARN|KEY|--all --data DIR [--json]\n";
const PAGE = 500;

/**
 * `gatebook chain`: how the callers of attempts came by their credentials, newest attempt first. Of one attempt (its id),
 * of a principal's or session's ARN, of an access key id, or of all. Exit 1 where nothing is found.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") {
    io.stderr.write(`gatebook chain: ${printable(options)}\n${USAGE}`);
    return 2;
  }
  const folder = await openDataFolder(options.data, false);
  if (folder === null) {
    io.stderr.write(`gatebook chain: ${printable(whereDataIs(options.data))}\n`);
    return 1;
  }
  try {
    let printed = 0;
    for await (const chains of findChains(folder.engine, options.of)) {
      await writeAll(io.stdout, chains.map(options.json ? toChainJson : toChainText).join(""));
      printed += chains.length;
    }
    if (printed > 0) return 0;
    io.stderr.write(`gatebook chain: no attempt of ${printable(options.of ?? "anybody")}\n`);
    return 1;
  } finally {
    await folder.close();
  }
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: "string" },
        all: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    const [of = null, ...more] = positionals;
    if (values.data === undefined) return "say where the data is: --data DIR";
    if (more.length > 0 || (of === null) === !values.all) return "name one attempt, ARN or key, or --all";
    return { data: resolve(values.data), of, json: values.json };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

type Engine = NonNullable<Awaited<ReturnType<typeof openDataFolder>>>["engine"];

/** null = all; else an attempt's id, or what its caller is known by. */
async function* findChains(engine: Engine, of: string | null): AsyncGenerator<readonly AttemptChain[]> {
  if (of !== null && /^[0-9a-f]{32}$/.test(of)) {
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

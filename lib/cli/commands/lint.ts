import { readFile } from "node:fs/promises";
import { checkConfigMap } from "@/lib/domain/explain/findings/check-config-map";
import { type CommandIo, writeAll } from "../command-io";
import { type FileRemark, toRemarkJson, toTextLine } from "../lint/remark-lines";
import { toSarif } from "../lint/to-sarif";
import { readArguments } from "../read-arguments";
import { VERSION } from "@/lib/server/version";
import { printableJson } from "@/lib/server/log/printable";

const USAGE = "usage: gatebook lint FILE… [--json | --sarif]; - reads standard input\n";
const OPTIONS = { json: { type: "boolean" }, sarif: { type: "boolean" } } as const;

/**
 * `gatebook lint FILE…`: what is wrong with aws-auth before it is applied. Exit 1 where something is an error, 2 where a
 * file cannot be read; warnings and notes alone are 0.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const read = readArguments({ args: [...args], options: OPTIONS, allowPositionals: true });
  if ("problem" in read) return refuse(io, `gatebook lint: ${read.problem}\n`);
  const { values, positionals } = read;
  if (positionals.length === 0 || (values.json && values.sarif)) return refuse(io, USAGE);
  const remarks: FileRemark[] = [];
  for (const file of positionals) {
    const text = await readText(file, io);
    if (text === null) return 2;
    remarks.push(...checkConfigMap(text).map((remark) => ({ file, remark })));
  }
  if (values.sarif) await writeAll(io.stdout, printSarif(remarks));
  else
    for (const one of remarks) await writeAll(io.stdout, values.json ? toRemarkJson(one) : toTextLine(one));
  return remarks.some(({ remark }) => remark.severity === "error") ? 1 : 0;
}

function printSarif(remarks: readonly FileRemark[]): string {
  const lines = JSON.stringify(toSarif(remarks, VERSION), null, 2).split("\n");
  return `${lines.map(printableJson).join("\n")}\n`;
}

function refuse(io: CommandIo, text: string): number {
  io.stderr.write(text);
  return 2;
}

async function readText(file: string, io: CommandIo): Promise<string | null> {
  try {
    return file === "-" ? await readAll(io.stdin) : await readFile(file, "utf8");
  } catch (cause) {
    refuse(io, `gatebook lint: ${cause instanceof Error ? cause.message : String(cause)}\n`);
    return null;
  }
}

/** More than Kubernetes takes is not read to its end. */
const ENOUGH = 4_000_000;

async function readAll(stdin: CommandIo["stdin"]): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stdin) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > ENOUGH) break;
  }
  return text + decoder.decode();
}

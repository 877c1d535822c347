import { setTimeout as sleep } from "node:timers/promises";
import { nameClientTool } from "@/lib/domain/explain/client-tool";
import { describeRequest } from "@/lib/domain/explain/request-words";
import { problemInOneLine } from "@/lib/domain/summarize/coverage/coverage-report";
import type {
  AskedRequest,
  AskedRequests,
  RequestSpan,
} from "@/lib/domain/summarize/requests/asked-requests";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { printable } from "@/lib/server/log/printable";
import type { CommandIo } from "./command-io";
import { toJsonLine } from "./json-line";
import type { Engine } from "./with-data-folder";
import { writePages } from "./write-pages";

const POLL_MS = 300;

export interface AskedOptions {
  readonly attempt: string;
  readonly span: RequestSpan;
  readonly json: boolean;
  readonly limit: number;
}

/**
 * Has all requests around an attempt read from the audit log, waits for it, and prints them, newest first; what cannot be
 * told goes to standard error. Exit 1: there is no such attempt, or it could not be read.
 */
export async function printAsked(
  engine: Engine,
  { attempt, span, json, limit }: AskedOptions,
  { stdout, stderr }: CommandIo,
): Promise<number> {
  const ask = (read: "begin" | null, page: { cursor: string | null; limit: number }) =>
    engine.askRequests(LOCAL_VIEWER, { id: attempt, span, read, ...page });
  let asked = await ask("begin", { cursor: null, limit: 1 });
  while (asked !== null && ["waiting", "reading"].includes(asked.state)) {
    await sleep(POLL_MS);
    asked = await ask(null, { cursor: null, limit: 1 });
  }
  if (asked === null) {
    stderr.write(`gatebook requests: there is no attempt ${printable(attempt)}\n`);
    return 1;
  }
  const open = [...(asked.problem === null ? [] : [problemInOneLine(asked.problem)]), ...asked.notes];
  for (const sentence of open) stderr.write(`gatebook requests: ${printable(sentence)}\n`);
  // What could not be asked is not "nothing".
  if (!json && (asked.state === "done" || asked.total > 0)) stdout.write(`${printable(summary(asked))}\n`);
  const page = async (start: { cursor: string | null; limit: number }) =>
    (await ask(null, start)) ?? { rows: [], next: null };
  await writePages(stdout, limit, page, json ? toJson : toLine);
  return asked.state === "done" ? 0 : 1;
}

function summary({ range, total, reads, writes, denials, streams, first, last }: AskedRequests): string {
  const span = `${time(range.from)} to ${time(range.to)}`;
  if (first === null || last === null) return `${span}: nothing was found`;
  const deeds = `first ${describeRequest(first)} at ${time(first.timeMs)}, last ${describeRequest(last)} at ${time(last.timeMs)}`;
  return `${span}: ${total} requests, ${reads} reads, ${writes} writes, ${denials} denials, ${streams} streams; ${deeds}`;
}

function toJson({ timeMs, recordMs: _, ...request }: AskedRequest): string {
  return toJsonLine({ time: time(timeMs), ...request });
}

function toLine(request: AskedRequest): string {
  const { timeMs, outcome, clientIp, userAgent } = request;
  const tool = userAgent === null ? "" : ` with ${nameClientTool(userAgent)}`;
  const words = `${describeRequest(request)}${outcome === "denied" ? " (denied)" : ""}`;
  return `${printable(`${time(timeMs)}  ${words}  from ${clientIp ?? "?"}${tool}`)}\n`;
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}

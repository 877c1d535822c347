import { AwsError } from "../../aws-error";

/** What a query can look at. */
export interface QueriedLine {
  readonly stream: string;
  readonly message: string;
}

/** The part of Logs Insights QL that the sandbox reads. */
export interface InsightsQuery {
  readonly fields: readonly string[];
  readonly wants: (line: QueriedLine) => boolean;
  readonly newestFirst: boolean;
  /** null = as StartQuery's own `limit` says. */
  readonly limit: number | null;
}

const MOST_ROWS = 10_000;
const FIELDS: ReadonlySet<string> = new Set([
  "@timestamp",
  "@message",
  "@logStream",
  "@ingestionTime",
  "@log",
]);

/**
 * `fields …`, `filter` of the stream or of a member, `sort @timestamp asc|desc`, `limit N`, parted by bars.
 * Throws MalformedQueryException for all else, rather than misread it.
 */
export function readInsightsQuery(text: string): InsightsQuery {
  let query: InsightsQuery = {
    fields: ["@timestamp", "@message"],
    wants: () => true,
    newestFirst: true,
    limit: null,
  };
  for (const command of text.split("|").map((part) => part.trim())) {
    const { wants } = query;
    const read = readCommand(command);
    query = { ...query, ...read };
    // Each filter takes from what those before it have left.
    const also = read.wants;
    if (also !== undefined) query = { ...query, wants: (line) => wants(line) && also(line) };
  }
  return query;
}

function readCommand(command: string): Partial<InsightsQuery> {
  const [name = "", rest = ""] = splitOnce(command);
  if (name === "fields") return { fields: readFields(rest) };
  if (name === "filter") return { wants: readFilter(rest) };
  if (name === "sort") return { newestFirst: readSort(rest) };
  if (name === "limit") return { limit: readLimit(rest) };
  throw malformed(`unexpected symbol found ${name}`);
}

function splitOnce(command: string): [string, string] {
  const blank = command.search(/\s/);
  return blank < 0 ? [command, ""] : [command.slice(0, blank), command.slice(blank).trim()];
}

function readFields(text: string): string[] {
  const fields = text.split(",").map((field) => field.trim());
  const unknown = fields.find((field) => !FIELDS.has(field));
  if (unknown !== undefined) throw malformed(`the sandbox does not know the field ${unknown}`);
  return fields;
}

function readFilter(text: string): InsightsQuery["wants"] {
  const [, prefix] = /^@logStream like \/\^([\w-]+)\/$/.exec(text) ?? [];
  if (prefix !== undefined) return ({ stream }) => stream.startsWith(prefix);
  const [, name] = /^@logStream = "([^"]+)"$/.exec(text) ?? [];
  if (name !== undefined) return ({ stream }) => stream === name;
  const parts = text.split(" or ").map((part) => readMemberFilter(part.trim()));
  return (line) => parts.some((wants) => wants(line));
}

/** `a.b.0 like /^prefix/`, `not like`, or `a in ["one", "other"]`: members of JSON, as Insights finds them by itself; several with `or`. */
function readMemberFilter(text: string): InsightsQuery["wants"] {
  const [, path = "", not, prefix] = /^([a-z]\w*(?:\.\w+)*) (not )?like \/\^([\w:-]+)\/$/i.exec(text) ?? [];
  if (prefix !== undefined)
    return ({ message }) => (memberOf(message, path) ?? "").startsWith(prefix) === (not === undefined);
  const [, member, list] = /^([a-z]\w*(?:\.\w+)*) in \[([^\]]+)\]$/i.exec(text) ?? [];
  if (member === undefined || list === undefined)
    throw malformed(`the sandbox does not read the filter ${text}`);
  const values = list.split(",").map((value) => value.trim().replaceAll('"', ""));
  return ({ message }) => values.includes(memberOf(message, member) ?? "");
}

function memberOf(message: string, path: string): string | null {
  if (!message.startsWith("{")) return null;
  const found = path
    .split(".")
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], JSON.parse(message));
  return typeof found === "string" || typeof found === "number" ? String(found) : null;
}

function readSort(text: string): boolean {
  const [, direction] = /^@timestamp(?: (asc|desc))?$/.exec(text) ?? [];
  if (!text.startsWith("@timestamp")) throw malformed(`the sandbox does not sort by ${text}`);
  return direction === "desc";
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_ROWS) return limit;
  throw malformed(`limit must be between 1 and ${MOST_ROWS}`);
}

function malformed(why: string): AwsError {
  return new AwsError("MalformedQueryException", why);
}

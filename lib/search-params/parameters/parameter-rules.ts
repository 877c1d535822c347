import { CALLER_CLASSES } from "@/lib/domain/correlate/attempt";
import { REQUEST_OUTCOMES } from "@/lib/domain/correlate/kube-request";
import { REQUEST_SPANS } from "@/lib/domain/summarize/requests/asked-requests";
import { DEED_WORDS } from "@/lib/domain/summarize/audit/audit-words";
import { parseIdentityId } from "@/lib/domain/identity/identity-ref";
import { parseMeaning } from "@/lib/domain/parse/pasted/meaning";
import { parseFilterTerm } from "@/lib/domain/summarize/attempts/search-language/parse-filter-term";
import { type attemptParams, DECISIONS } from "../attempts/attempt-view";
import { instant, integer, once, oneOf, type ParameterRule, repeated, text } from "./parameter-rule";
import { areColumns, LONGEST_COLUMNS } from "../attempts/list-columns";
import { DEFAULT_RANGE, parseRelativeRange } from "./relative-range";
import { URL_VERSION } from "./url-versions";

/** Where a page of rows may start: one of them. */
export const STARTS = ["cursor", "position", "at"] as const;

/** What requests to the Kubernetes API are asked for by, beside the view's parameters. */
export const REQUEST_PARAMETERS = ["outcome", "verb", "resource", "namespace", "name"] as const;

/** What an API route may take beside the view's parameters. */
export type ExtraParameter =
  | (typeof STARTS)[number]
  | (typeof REQUEST_PARAMETERS)[number]
  | "limit"
  | "buckets"
  | "find"
  | "lookUp"
  | "who"
  | "message"
  | "span"
  | "read"
  | "format"
  | "bom"
  | "after"
  | "open"
  | "columns"
  | "deed"
  | "check";
/** A parameter of the attempts screen. */
export type ViewParameter = keyof typeof attemptParams;
export type ParameterName = ViewParameter | ExtraParameter | "v";

const VALUE = { from: 1, to: 1024 };

/** Every parameter of the screens and of the API. */
export const PARAMETER_RULES: Readonly<Record<ParameterName, ParameterRule>> = {
  range: once({
    description: `The time up to now: minutes, hours or days. Default: ${DEFAULT_RANGE}. Not together with from.`,
    schema: { type: "string", pattern: "^[1-9]\\d{0,4}[mhd]$", default: DEFAULT_RANGE },
    check: (value) => (parseRelativeRange(value) === null ? "must look like 30m, 24h or 7d" : null),
  }),
  from: once(instant("The earliest time.")),
  to: once(instant("The end: the first moment that no longer counts. Default: now.")),
  decision: repeated(oneOf("Granted or denied.", DECISIONS)),
  reason: repeated(text("Why it was denied: the code of a reason, or words of the error text.", VALUE)),
  class: repeated(
    oneOf(
      "What stands behind the caller: as its chain tells, else as the attempt's lines show.",
      CALLER_CLASSES,
    ),
  ),
  origin: repeated(
    text("Who is behind: the origin's name, or Identity Center's user id where no name is known.", VALUE),
  ),
  cluster: repeated(text("Name of a cluster.", VALUE)),
  username: repeated(text("Kubernetes username.", VALUE)),
  group: repeated(text("Kubernetes group.", VALUE)),
  role: repeated(text("Name of an IAM role or user.", VALUE)),
  session: repeated(text("Session name: chosen by whoever took the role.", VALUE)),
  account: repeated(text("AWS account.", VALUE)),
  where: repeated({
    description:
      "One more term of the search language, for what the other parameters cannot say: -cluster:dev, username:ali*, key:ASIAEXAMPLE, -reason:token-expired, address:192.0.2.1, principal:…, text:word. Values of one key are any of them; all else must hold together.",
    schema: { type: "string", minLength: 1, examples: ["-cluster:dev"] },
    check: (value) =>
      parseFilterTerm(value) === null ? "must be one term of a search, like -cluster:dev" : null,
  }),
  identity: once({
    description: "All that one identity did: `kind:value`, as /api/v1/identities names it.",
    schema: { type: "string", minLength: 1 },
    check: (value) =>
      parseIdentityId(value) === null ? "must look like username:alice, with a kind that is known" : null,
  }),
  q: once(text("Text that stands anywhere in an attempt; case plays no part.", { to: 256 })),
  noise: once(oneOf("fold leaves out nodes and AWS itself, unless class asks for them.", ["fold", "show"])),
  outcome: repeated(oneOf("Whether Kubernetes allowed the request.", REQUEST_OUTCOMES)),
  verb: repeated(text("Verb of a request: delete, create, patch …", VALUE)),
  resource: repeated(
    text("What a request is about, as its path names it: pods, secrets, namespaces …", VALUE),
  ),
  namespace: repeated(text("Namespace of the object.", VALUE)),
  name: repeated(text("Name of the object.", VALUE)),
  v: once({
    description: `Version of the link. Default: ${URL_VERSION}, the only one.`,
    schema: { type: "integer", minimum: 1, maximum: URL_VERSION },
    check: () => null,
  }),
  cursor: once({
    description: "The page behind another: its `next`.",
    schema: { type: "string", minLength: 1, maxLength: 512 },
    check: (value) => (value === "" || value.length > 512 ? "is not one that Gatebook gave out" : null),
  }),
  position: once(integer("How many newer matches to leave out.", { from: 0, to: 999_999_999_999 })),
  at: once(instant("Starts with the newest match that is not later.")),
  open: once(text("The attempt that is open beside the list.", { from: 1, to: 128 })),
  columns: once({
    description: "The columns of the list in their order, each with its part of the width: time,who.60.",
    schema: { type: "string", maxLength: LONGEST_COLUMNS },
    check: (value) => (areColumns(value) ? null : "names a column that there is not"),
  }),
  find: repeated({
    description: "What a text may mean, `kind:value`; 40 at most, in the order of the answer.",
    schema: { type: "string", minLength: 1 },
    check: (value) =>
      parseMeaning(value) === null ? "must look like username:alice, with a kind that is known" : null,
  }),
  who: once(
    text(
      "An ARN, an e-mail or session's name, a Kubernetes username, the name of a permission set, a role or a user, or what was copied: a key, an id, a line of a log.",
      { from: 1, to: 4_096 },
    ),
  ),
  message: once(text("A message that somebody saw on his side.", { from: 1, to: 8_192 })),
  limit: once(integer("How many at most.", { from: 1, to: 500 })),
  format: once(oneOf("csv, or ndjson: one JSON object a line. Default: csv.", ["csv", "ndjson"])),
  after: once({
    description: "The id of the last event of a stream before: what was stored since is told at once.",
    schema: { type: "string", maxLength: 64 },
    check: (value) => (value.length > 64 ? "is not one that Gatebook gave out" : null),
  }),
  bom: once(oneOf("true begins the CSV with a byte order mark, by which Excel knows UTF-8.", ["true"])),
  span: once(
    oneOf("So long before and after the attempt, or while its token was good. Default: 15m.", REQUEST_SPANS),
  ),
  read: once(
    oneOf(
      "begin has it read from AWS; stop gives that up. The answer says how it stands, and waits for nothing.",
      ["begin", "stop"],
    ),
  ),
  lookUp: once(
    oneOf("true has what the chain lacks looked up in CloudTrail; the answer does not wait for it.", [
      "true",
    ]),
  ),
  deed: once(oneOf("What was done with this Gatebook.", Object.keys(DEED_WORDS))),
  check: once(oneOf("true has the audit log's chain of hashes checked, line by line.", ["true"])),
  buckets: once(integer("Into how many parts the range is divided.", { from: 10, to: 240 })),
};

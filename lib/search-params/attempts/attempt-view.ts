import {
  createParser,
  createSerializer,
  type inferParserType,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { CALLER_CLASSES, type Decision } from "@/lib/domain/correlate/attempt";
import { parseIdentityId, printIdentityId } from "@/lib/domain/identity/identity-ref";
import { FACET_NAMES, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { printTerm } from "@/lib/domain/summarize/attempts/search-language/print-search";
import { parseFilterTerm } from "@/lib/domain/summarize/attempts/search-language/parse-filter-term";
import { tidyNarrowing } from "@/lib/domain/summarize/attempts/search-language/narrowing";
import { parseInstantText, printInstantText } from "../parameters/instant-text";
import { DEFAULT_RANGE, parseRelativeRange } from "../parameters/relative-range";

export const DECISIONS = ["denied", "granted"] as const satisfies readonly Decision[];

const parseAsInstant = createParser({ parse: parseInstantText, serialize: printInstantText });
const parseAsRange = createParser({
  parse: (text: string) => (parseRelativeRange(text) === null ? null : text),
  serialize: (text: string) => text,
});
const parseAsFilled = createParser({
  parse: (text: string) => (text === "" ? null : text),
  serialize: (text: string) => text,
});
const parseAsIdentity = createParser({
  parse: parseIdentityId,
  serialize: printIdentityId,
  eq: (one, other) => printIdentityId(one) === printIdentityId(other),
});
const parseAsTerm = createParser({
  parse: parseFilterTerm,
  serialize: printTerm,
  eq: (one, other) => printTerm(one) === printTerm(other),
});
const parseAsValues = parseAsNativeArrayOf(parseAsFilled);

/** The URL contract of the attempts screen: what the page, its components and the API read and write. */
export const attemptParams = {
  range: parseAsRange.withDefault(DEFAULT_RANGE),
  from: parseAsInstant,
  to: parseAsInstant,
  decision: parseAsNativeArrayOf(parseAsStringLiteral(DECISIONS)),
  reason: parseAsValues,
  class: parseAsNativeArrayOf(parseAsStringLiteral(CALLER_CLASSES)),
  origin: parseAsValues,
  cluster: parseAsValues,
  username: parseAsValues,
  group: parseAsValues,
  role: parseAsValues,
  session: parseAsValues,
  account: parseAsValues,
  where: parseAsNativeArrayOf(parseAsTerm),
  identity: parseAsIdentity,
  q: parseAsString.withDefault(""),
  noise: parseAsStringLiteral(["fold", "show"]).withDefault("fold"),
};

/** What the URL says, with the defaults filled in; a relative range is still relative. */
export type AttemptView = inferParserType<typeof attemptParams>;

export const EMPTY_VIEW: AttemptView = {
  range: DEFAULT_RANGE,
  from: null,
  to: null,
  ...NO_FACETS,
  where: [],
  identity: null,
  q: "",
  noise: "fold",
};

const serialize = createSerializer(attemptParams);

/** The one text for a view, `?…` or "": equal views give equal texts, so it serves as a cache key too. */
export function canonicalQuery(view: AttemptView): string {
  return serialize(tidyView(view));
}

/** Whether anything but the range narrows the view. */
export function isFiltered(view: AttemptView): boolean {
  const { q, identity, where } = view;
  const isAsked = q.trim() !== "" || identity !== null || where.length > 0;
  return isAsked || FACET_NAMES.some((name) => view[name].length > 0);
}

/** A view in the one form that all which narrow alike share. */
export function tidyView(view: AttemptView): AttemptView {
  const { text, ...rest } = tidyNarrowing({ ...view, text: view.q.trim() });
  return { ...view, ...(rest as Partial<AttemptView>), q: text };
}

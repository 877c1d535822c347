import { type SearchKey, SEARCH_KEYS } from "@/lib/domain/summarize/attempts/search-language/search-key";
import { KEY_TITLES } from "../../facets/key-words";

const EXAMPLES: readonly (readonly [search: string, means: string])[] = [
  ["decision:denied user:alice", "Both must hold."],
  ["cluster:(prod, staging)", "Any of the values. So does cluster:prod cluster:staging."],
  ["-cluster:dev", "Not this one."],
  ["group:system:*", "* stands for anything; then case plays no part. username:* has any username at all."],
  [
    'session:"Alice Smith"',
    "Quotes hold blanks together, and * in them stands for itself. \\ takes the next character as it is.",
  ],
  ["reason:token-expired", "A reason by its code, or by words of its error text: reason:throttled."],
  [
    "not mapped alice",
    'Words stand anywhere, in any order; "not mapped" as they are. -word: it stands nowhere.',
  ],
  [
    "address:192.0.2.*",
    "Where the session's credentials were asked for, or used with Kubernetes, as far as records tell.",
  ],
];

/** The language of the search, by example. */
export function SearchHelp() {
  return (
    <div className="grid gap-2 p-3">
      <h2 className="font-semibold">How to search</h2>
      <dl className="grid gap-x-4 gap-y-1 text-xs sm:grid-cols-[auto_minmax(0,1fr)]">
        {EXAMPLES.map(([search, means]) => (
          <div key={search} className="contents">
            <dt className="font-mono">{search}</dt>
            <dd className="text-ink-2 max-sm:mb-1">{means}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-ink-2">
        Keys:{" "}
        {SEARCH_KEYS.filter((key: SearchKey) => key !== "text").map((key, i) => (
          <span key={key}>
            {i === 0 ? "" : ", "}
            <span className="font-mono text-ink">{key}</span> ({KEY_TITLES[key].toLowerCase()})
          </span>
        ))}
        . user, ip and who are short for username, address and origin.
      </p>
    </div>
  );
}

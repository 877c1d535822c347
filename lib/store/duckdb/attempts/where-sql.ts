import type { FilterTerm, ValuePattern } from "@/lib/domain/summarize/attempts/attempt-filter";
import { ofActors, within } from "./facet-sql";
import type { ColumnSql, MatchingSql } from "./matching-sql";

/** What is asked beside the facets, as conditions over `a`: attempts. A key's values are any of them, words must all stand there. */
export function whereSql(where: readonly FilterTerm[], matching: MatchingSql): string[] {
  const of = (key: FilterTerm["key"], excluded: boolean) =>
    where.filter((term) => term.key === key && term.excluded === excluded);
  const texts = where
    .filter(({ key }) => key === "text")
    .map(({ pattern, excluded }) => not(excluded, textSql(matching.within(pattern))));
  const others = (["address", "key", "principal"] as const).flatMap((key) =>
    [false, true].flatMap((excluded) => {
      const terms = of(key, excluded);
      if (terms.length === 0) return [];
      return not(excluded, ofPatterns(key, terms, matching));
    }),
  );
  return [...texts, ...others];
}

function not(excluded: boolean, condition: string): string {
  return excluded ? `NOT ${condition}` : condition;
}

/** A text in one of the columns that are searched. */
export function textSql(matches: ColumnSql): string {
  const searched = matches("search");
  const ofActor = [
    ...(["caller", "kube_identity"] as const).map((name) => within("t", name, searched)),
    within("t", "origin", matches("searched")),
  ];
  const ofAttempt = (["session", "reason", "cluster"] as const).map((name) => within("a", name, searched));
  return `(${[ofActors(ofActor.join(" OR ")), ...ofAttempt].join(" OR ")})`;
}

const OTHERS: Readonly<
  Record<
    "address" | "key" | "principal",
    (patterns: readonly ValuePattern[], matching: MatchingSql) => string
  >
> = {
  key: (patterns, matching) => within("a", "session", matching.ofAny(patterns)("access_key_id")),
  principal: (patterns, matching) => {
    const is = matching.ofAny(patterns);
    const caller = ofActors(within("t", "caller", `${is("canonical_arn")} OR ${is("unique_id")}`));
    return `(${caller} OR ${within("a", "session", is("arn"))})`;
  },
  address: (patterns, matching) => {
    const from = matching.ofAny(patterns)("json_extract_string(event, '$.sourceIp')");
    const used = matching.ofAnyIn(patterns)("client_ips");
    return within(
      "a",
      "session",
      `access_key_id IN (SELECT json_extract_string(event, '$.issued.accessKeyId') FROM hop_event WHERE ${from}
        UNION ALL SELECT access_key_id FROM kube_use WHERE ${used})`,
    );
  },
};

function ofPatterns(key: keyof typeof OTHERS, terms: readonly FilterTerm[], matching: MatchingSql): string {
  return OTHERS[key](
    terms.map(({ pattern }) => pattern),
    matching,
  );
}

import type { WhoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";
import type { WhoDidThisQuery } from "@/lib/domain/summarize/questions/who-did-this/who-did-this-query";
import type { OnwardLink } from "../onward-links";
import { questionHref } from "../registry";

/** Where to go on from who did it. */
export function didThisOnward({ rows, words }: WhoDidThis, asked: WhoDidThisQuery): OnwardLink[] {
  const { cluster, range } = asked;
  const [from, to] = [range.from, range.to].map((ms) => new Date(ms).toISOString());
  const times = { from: from ?? null, to: to ?? null };
  const usernames = [...new Set(rows.map(({ request }) => request.kubernetes.username))];
  const [username, ...others] = usernames;
  const makers = [...new Set(rows.flatMap(({ origin }) => origin?.name ?? []))];
  const [who, ...moreMakers] = makers;
  return [
    { href: requestsHref(words, asked, times), text: "All requests, to narrow down" },
    ...(username === undefined || others.length > 0
      ? []
      : [
          {
            href: questionHref("who-is-behind", { who: username, cluster, ...times }),
            text: `Who is behind ${username}`,
          },
        ]),
    ...(who === undefined || moreMakers.length > 0
      ? []
      : [{ href: questionHref("cut-off", { who }), text: `Is ${who} still in?` }]),
  ];
}

function requestsHref(
  { verb, resource }: WhoDidThis["words"],
  { namespace, name, username, cluster }: WhoDidThisQuery,
  times: Readonly<Record<"from" | "to", string | null>>,
): string {
  const params = new URLSearchParams();
  for (const one of verb) params.append("verb", one);
  for (const one of resource) params.append("resource", one);
  for (const [key, value] of Object.entries({ namespace, name, username, cluster, ...times }))
    if (value !== null) params.append(key, value);
  return `/requests?${params}`;
}

import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { identityOfOrigin } from "@/lib/domain/correlate/chain/identity-of-origin";
import { isMasked } from "@/lib/domain/redact/is-masked";
import type { Behind } from "@/lib/domain/summarize/questions/who-is-behind/behind";
import type { WhoIsBehind } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind";
import type { WhoIsBehindQuery } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind-query";
import { wholeSeconds } from "@/lib/domain/time/whole-seconds";
import { canonicalQuery, EMPTY_VIEW } from "@/lib/search-params/attempts/attempt-view";
import { identityPath } from "@/lib/search-params/identities/identity-path";
import type { OnwardLink } from "../onward-links";
import { questionHref } from "../registry";

/** Where to go on from somebody behind a name. */
export function behindLinks(behind: Behind, identity: IdentityRef): OnwardLink[] {
  const { attemptId, attempts, granted, clusters, lastMs } = behind;
  const own = identityOfOrigin(behind);
  const who = own?.value ?? behind.sessionNames[0] ?? behind.principals[0] ?? null;
  const [cluster = null] = clusters;
  const isDenied = granted < attempts;
  const newest = { href: `/attempts/${attemptId}`, text: "The newest, with its chain" };
  // Nothing can be asked about who is masked.
  if (isMasked(who ?? identity.value)) return [newest];
  return [
    { href: attemptsHref(behind, identity), text: "Their attempts by this name" },
    newest,
    ...(own === null ? [] : [{ href: identityPath(own), text: "All about them" }]),
    ...(who === null ? [] : [{ href: questionHref("cut-off", { who }), text: "Are they still in?" }]),
    ...(who === null || !isDenied
      ? []
      : [
          {
            href: questionHref("why-not-in", { who, cluster, to: instant(lastMs) }),
            text: "Why were they denied?",
          },
        ]),
  ];
}

/** Just behind the last attempt, so that it is the newest of that time. */
function instant(lastMs: number): string {
  return new Date(wholeSeconds({ from: lastMs, to: lastMs + 1 }).to).toISOString();
}

/** By name where a chain tells one, else by what they came with. */
function attemptsHref(behind: Behind, identity: IdentityRef): string {
  const { name, userId, sessionNames, firstMs, lastMs } = behind;
  const known = name ?? userId;
  const own = known === null ? { session: [...sessionNames] } : { origin: [known] };
  const view = { ...EMPTY_VIEW, ...wholeSeconds({ from: firstMs, to: lastMs + 1 }), noise: "show" as const };
  return `/attempts${canonicalQuery({ ...view, ...own, identity })}`;
}

/** Where to go on from the answer. */
export function behindOnward({ identity, attemptId }: WhoIsBehind, asked: WhoIsBehindQuery): OnwardLink[] {
  const own = attemptId === null ? [] : [{ href: `/attempts/${attemptId}`, text: "The attempt it leads to" }];
  if (identity === null)
    return [...own, { href: "/reasons", text: "What a message that names nobody means" }];
  if (isMasked(identity.value)) return own;
  return [
    ...own,
    { href: identityPath(identity), text: `All of ${identity.value}` },
    ...(identity.kind === "username" ? ofUsername(identity.value, asked) : []),
  ];
}

function ofUsername(username: string, { cluster }: WhoIsBehindQuery): OnwardLink[] {
  if (cluster === null) return [];
  const params = new URLSearchParams({ username });
  return [
    {
      href: `/clusters/${encodeURIComponent(cluster)}/what-if?${params}`,
      text: `Who could become it at ${cluster}`,
    },
  ];
}

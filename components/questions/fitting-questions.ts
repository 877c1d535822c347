import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { kindOf } from "@/lib/domain/correlate/chain/attempt-origin";
import type { IdentityKind } from "@/lib/domain/identity/identity-ref";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { DAY_MS } from "@/lib/domain/time/durations";
import { wholeSeconds } from "@/lib/domain/time/whole-seconds";
import type { OnwardLink } from "./onward-links";
import { questionHref } from "./registry";

/** The questions that fit an attempt, with what it tells filled in; of nodes and AWS itself none. */
export function questionsOfAttempt(attempt: TracedAttempt): OnwardLink[] {
  const { cluster, caller, kubernetes, timeMs, decision } = attempt;
  const kind = kindOf(attempt);
  if (kind === "node" || kind === "aws") return [];
  const who = caller?.arn ?? caller?.canonicalArn ?? null;
  const times = timesOf(timeMs - WEEK_MS, timeMs);
  if (decision === "denied")
    return [
      ...(who === null
        ? []
        : [{ href: questionHref("why-not-in", { who, cluster, ...times }), text: "Why can't they get in?" }]),
      {
        href: questionHref("what-changed", { cluster, who: caller?.canonicalArn ?? null, ...times }),
        text: "What changed before?",
      },
    ];
  const username = kubernetes?.username ?? "";
  return [
    ...(username === ""
      ? []
      : [
          {
            href: questionHref("who-is-behind", { who: username, cluster, ...times }),
            text: `Who is behind ${username}?`,
          },
        ]),
    ...(who === null ? [] : [{ href: questionHref("cut-off", { who }), text: "Are they still in?" }]),
  ];
}

/** The questions that fit an identity. */
export function questionsOfIdentity({ identity, counts, firstMs, lastMs }: IdentityReport): OnwardLink[] {
  const { kind, value: who } = identity;
  if (!PEOPLES.has(kind)) return [];
  const [cluster = null] = counts.facets.cluster.values.map(({ value }) => value);
  const behind = {
    href: questionHref("who-is-behind", { who, ...timesOf(firstMs, lastMs) }),
    text: "Who is behind it?",
  };
  const denied = questionHref("why-not-in", { who, cluster, ...timesOf(lastMs - WEEK_MS, lastMs) });
  return [
    ...(ORIGINS.has(kind) ? [] : [behind]),
    { href: questionHref("cut-off", { who }), text: "Are they still in?" },
    ...(counts.totals.denied === 0 || cluster === null
      ? []
      : [{ href: denied, text: `Why can't they get in to ${cluster}?` }]),
    ...(kind === "username"
      ? [
          {
            href: questionHref("who-did-this", { username: who, range: "30d" }),
            text: "What was done as it?",
          },
        ]
      : []),
  ];
}

/** Kinds that stand for somebody who comes; accounts and groups are many, instances are machines. */
const PEOPLES: ReadonlySet<IdentityKind> = new Set([
  "person",
  "role",
  "user",
  "federated-user",
  "session",
  "key",
  "unique-id",
  "username",
  "uid",
  "workload",
  "ci",
]);
/** They stand behind names themselves. */
const ORIGINS: ReadonlySet<IdentityKind> = new Set(["workload", "ci"]);

const WEEK_MS = 7 * DAY_MS;

/** Up to just behind the last, so that it is the newest of that time. */
function timesOf(firstMs: number, lastMs: number): { readonly from: string; readonly to: string } {
  const { from, to } = wholeSeconds({ from: Math.max(0, firstMs), to: lastMs + 1 });
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

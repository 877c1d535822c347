import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import { describeDirectory, whyNameDiffers } from "@/lib/domain/summarize/chain/describe-names";
import { describeShared, nameOther } from "@/lib/domain/summarize/chain/describe-shared";
import type { SharedUsername } from "@/lib/domain/summarize/chain/shared-username";
import { printable } from "@/lib/server/log/printable";
import { toJsonLine } from "./json-line";

/** One chain as the command line's JSON: a contract, so its fields are named one by one. It cannot steer a terminal either. */
export function toChainJson(chain: AttemptChain): string {
  const { attemptId, logEventId, names, directory, sharedUsername, facts, hops, end, setAside, missing } =
    chain;
  const json = {
    attemptId,
    logEventId,
    origin: toOriginJson(chain),
    names: names.map(({ name, from, agrees, isClaimed }) => ({ name, from, agrees, isClaimed })),
    directory: directory?.outcome ?? null,
    sharedUsername: sharedUsername === null ? null : toSharedJson(sharedUsername),
    facts: facts.map(({ fact, value, isClaimed }) => ({ fact, value, isClaimed })),
    hops: hops.map(({ kind, eventId, confidence, alternatives, notes }) => ({
      kind,
      eventId,
      source: "cloudtrail",
      confidence,
      alternatives,
      notes,
    })),
    end,
    setAside: setAside.map(({ eventId, reason }) => ({ eventId, reason })),
    missing: missing?.what ?? null,
  };
  return toJsonLine(json);
}

function toOriginJson({ origin: { kind, name, nameFrom, confidence, userId } }: AttemptChain) {
  return { kind, name, nameFrom, confidence, userId };
}

function toSharedJson({ username, total, others }: SharedUsername) {
  const named = others.map(({ reason, kind, name, canonicalArn, sessionName, attempts }) => ({
    reason,
    kind,
    name,
    canonicalArn,
    sessionName,
    attempts,
  }));
  return { username, total, others: named };
}

/** One chain for the eye; nothing in it can steer a terminal. */
export function toChainText(chain: AttemptChain): string {
  const { attemptId, origin, facts, hops, setAside, missing } = chain;
  const who = `${origin.kind} ${origin.name ?? origin.userId ?? ""} (${origin.confidence ?? "not known"})`;
  const known = facts.map(
    ({ fact, value, isClaimed }) => `  ${fact}: ${value}${isClaimed ? " (claimed)" : ""}`,
  );
  const steps = hops.map(
    ({ kind, eventId, confidence, alternatives, notes, timeMs }) =>
      `  ${new Date(timeMs).toISOString()}  ${kind.padEnd(30)} ${confidence.padEnd(8)} ${[eventId ?? alternatives.join(" | "), ...notes].join("  ")}`,
  );
  const aside = setAside.map(({ eventId, reason }) => `  set aside: ${eventId} (${reason})`);
  const gap = missing === null ? [] : [`  not seen: ${missing.what}`];
  return `${[`${attemptId}  ${who}`, ...aboutName(chain), ...aboutUsername(chain), ...known, ...steps, ...aside, ...gap].map(printable).join("\n")}\n`;
}

/** Where the name is from, who says otherwise and why, and what directories say. */
function aboutName({ origin, names, directory }: AttemptChain): string[] {
  const { nameFrom } = origin;
  const others = names.filter(({ agrees }) => !agrees);
  return [
    ...(nameFrom === null ? [] : [`  name from: ${nameFrom}`]),
    ...others.map((other) => {
      const claimed = other.isClaimed ? " (claimed)" : "";
      return `  names differ: ${other.name} by ${other.from}${claimed}: ${whyNameDiffers(names[0]?.from ?? other.from, other)}`;
    }),
    ...describeDirectory(directory, origin).map((line) => `  ${line}`),
  ];
}

/** Who else came as the same username. */
function aboutUsername({ sharedUsername: shared }: AttemptChain): string[] {
  if (shared === null) return [];
  const others = shared.others.map(
    (other) => `    ${other.kind} ${nameOther(other)} (${other.reason}, attempts: ${other.attempts})`,
  );
  return [`  ${describeShared(shared)}`, ...others];
}

import type { AttemptChain } from "@/lib/domain/summarize/attempt-chain";
import { printable, printableJson } from "@/lib/server/log/printable";

/** One chain as the command line's JSON: a contract, so its fields are named one by one. It cannot steer a terminal either. */
export function toChainJson(chain: AttemptChain): string {
  const { attemptId, logEventId, origin, facts, hops, end, setAside, missing } = chain;
  const json = {
    attemptId,
    logEventId,
    origin: { kind: origin.kind, name: origin.name, confidence: origin.confidence },
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
  return `${printableJson(JSON.stringify(json))}\n`;
}

/** One chain for the eye; nothing in it can steer a terminal. */
export function toChainText({ attemptId, origin, facts, hops, setAside, missing }: AttemptChain): string {
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
  return `${[`${attemptId}  ${who}`, ...known, ...steps, ...aside, ...gap].map(printable).join("\n")}\n`;
}

import type { Chain } from "@/lib/domain/correlate/chain/chain";
import { readCredentials } from "@/lib/domain/correlate/chain/credentials";
import type { HopEvent } from "@/lib/domain/correlate/chain/hop-event";
import { createHopIndex } from "@/lib/domain/correlate/chain/hop-index";
import { traceChains } from "@/lib/domain/correlate/chain/trace-chains";
import { readUserIdentity } from "@/lib/domain/parse/user-identity";
import { ACCOUNT, hopEvent, roleIssued } from "./trail-record";

type Json = Readonly<Record<string, unknown>>;

/** When the examples' sessions are used. */
const USED_MS = Date.parse("2026-11-18T12:00:10Z");
/** When the examples' credentials are issued. */
export const AT = "2026-11-18T12:00:00Z";
export const ALICE = {
  type: "IAMUser",
  principalId: "AIDAALICE",
  arn: `arn:aws:iam::${ACCOUNT}:user/alice`,
  accountId: ACCOUNT,
  accessKeyId: "AKIAALICE",
  userName: "alice",
};

/** The chain of what made a call with this `userIdentity`. `onAsk` is told the addresses that are looked up. */
export async function traceIdentity(
  identity: Json,
  events: readonly HopEvent[],
  onAsk: (address: string) => void = () => undefined,
): Promise<Chain> {
  const credentials = readCredentials({ identity: readUserIdentity(identity) });
  const start = { credentials, usedMs: USED_MS, confidence: "observed" as const };
  const find = createHopIndex(events);
  const [chain] = await traceChains([start], (wants) => {
    for (const { address } of wants) onAsk(address);
    return find(wants);
  });
  if (chain === undefined) throw new Error("no chain");
  return chain;
}

/** `assume-role e1 keyed` for each hop, then the origin. */
export async function toldChain(identity: Json, events: readonly HopEvent[]): Promise<string[]> {
  const { hops, origin, end } = await traceIdentity(identity, events);
  return [
    ...hops.map((hop) => `${hop.kind} ${hop.eventId ?? hop.alternatives.join("|")} ${hop.confidence}`),
    `${origin.kind} ${origin.name} ${origin.confidence} (${end})`,
  ];
}

interface Taken {
  readonly role: string;
  readonly session: string;
  readonly key: string;
  readonly account?: string;
}

/** An AssumeRole of these examples. */
export function assumeRole(id: string, by: Json, to: Taken, more: Json = {}): HopEvent {
  return hopEvent({
    id,
    event: "sts.amazonaws.com/AssumeRole",
    at: AT,
    identity: by,
    request: {
      roleArn: `arn:aws:iam::${to.account ?? ACCOUNT}:role/${to.role}`,
      roleSessionName: to.session,
    },
    response: roleIssued(to.role, to.session, to.key, to.account),
    more,
  });
}

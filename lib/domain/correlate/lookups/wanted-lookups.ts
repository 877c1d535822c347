import { readPrincipal } from "../../identity/principal";
import type { EpochMs } from "../../time/time-range";
import type { Attempt } from "../attempt";
import type { Chain } from "../chain/chain";
import { isRebuilt } from "../rebuilt";
import { regionOfStsHost } from "../sts-region";
import { isKeyId } from "./key-id";
import type { Lookup, LookupKey, LookupPlace } from "./lookup";
import { lookupsOfChain } from "./lookups-of-chain";
import { placesOfCall } from "./places-to-ask";

/** The event stands seconds around the line; clocks and delivery leave room (facts: aws §1.6). */
const USE_AROUND_MS = 2 * 60_000;

/**
 * What to look up for what an attempt and its chain lack, at these places: the record of its GetCallerIdentity, then hop
 * by hop what issued the credentials (facts: aws §1.6). What is found may lead to more: ask again with the chain as it is
 * then. EKS's own actors, and attempts that name nobody, lack nothing that could be found.
 */
export function wantedLookups(
  attempt: Attempt,
  chain: Chain | null,
  places: readonly LookupPlace[],
): Lookup[] {
  if (attempt.caller === null || attempt.class === "aws") return [];
  const region = attempt.stsEndpoint === null ? null : regionOfStsHost(attempt.stsEndpoint);
  const ofChain = chain === null ? [] : lookupsOfChain(chain, region, places);
  return [...lookupsOfUse(attempt, region, places), ...ofChain];
}

/** The call that the authenticator made with the token. */
function lookupsOfUse(attempt: Attempt, region: string | null, places: readonly LookupPlace[]): Lookup[] {
  const { caller, sts, timeMs } = attempt;
  if (caller === null || sts !== null || isRebuilt(attempt)) return [];
  const who = whoMadeIt(caller);
  if (who === null) return [];
  const range = around(timeMs, USE_AROUND_MS);
  return placesOfCall(caller.accountId, region, places).map((place) => ({
    place,
    question: { ...who, range },
  }));
}

/** As STS takes it; what a log prints in its place may be anything. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/** By key, or where the log prints none by the name that the record's envelope has (facts: aws §1.2). */
function whoMadeIt({ accessKeyId, sessionName, arn, canonicalArn }: NonNullable<Attempt["caller"]>): {
  readonly by: LookupKey;
  readonly value: string;
} | null {
  if (isKeyId(accessKeyId)) return { by: "key-used", value: accessKeyId };
  if (sessionName !== null && SESSION_NAME.test(sessionName)) return { by: "user", value: sessionName };
  const principal = readPrincipal(arn ?? canonicalArn ?? "");
  return principal?.type === "USER" ? { by: "user", value: principal.name } : null;
}

function around(ms: EpochMs, reachMs: number) {
  return { from: ms - reachMs, to: ms + reachMs };
}

import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { identityOfArn } from "@/lib/domain/identity/identity-of-arn";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { MOST_MEANINGS } from "@/lib/domain/parse/pasted/meaning";
import { whatIsPasted } from "@/lib/domain/parse/pasted/what-is-pasted";
import type { FoundMeaning } from "@/lib/domain/summarize/identities/identity-report";
import type { StoredRequest } from "@/lib/domain/summarize/requests/request-page";
import type { MeantName } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind-facts";
import type { EventStore } from "@/lib/ports/event-store";
import { traceRequest } from "../chains/trace-request";

const MOST_NEAR = 5;

/**
 * What a text names: a name, of several that are called so the Kubernetes username; or by a line, an event or a request one
 * attempt, with the username it got, or with whom STS named where it was turned away.
 */
export async function nameMeant(text: string, store: EventStore): Promise<MeantName> {
  const found = await knownBy(text, store);
  const identities = found.flatMap(({ identity }) => identity ?? []).map(toRef);
  const identity = identities.find(({ kind }) => kind === "username") ?? identities[0];
  if (identity !== undefined)
    return { ...NOTHING, identity, others: identities.filter((one) => one !== identity) };
  const id = found.find(({ attemptId }) => attemptId !== null)?.attemptId ?? null;
  const attempt = id === null ? null : await store.find(id);
  if (attempt !== null) return ofAttempt(attempt);
  const request = await requestMeant(text, store);
  if (request !== null) return ofRequest(request, store);
  const near = text.length > LONGEST_NAME ? [] : await store.nearIdentities(text.trim(), MOST_NEAR);
  return { ...NOTHING, near: near.map(toRef) };
}

const NOTHING: MeantName = { identity: null, attempt: null, place: null, others: [], near: [] };
const LONGEST_NAME = 256;

/** What is known of the most telling thing in a text of which anything is. */
async function knownBy(text: string, store: Pick<EventStore, "findMeanings">): Promise<FoundMeaning[]> {
  const pasted = whatIsPasted(text);
  for (const tier of pasted.what === "reading" ? pasted.tiers : []) {
    const found = await store.findMeanings(tier.slice(0, MOST_MEANINGS));
    if (found.length > 0) return found;
  }
  return [];
}

/** By its audit id, where one request alone bears that. */
async function requestMeant(text: string, store: EventStore): Promise<StoredRequest | null> {
  const auditId = text.trim();
  const [request, ...others] = AUDIT_ID.test(auditId) ? await store.requestsOfAudit(auditId) : [];
  return request === undefined || others.length > 0 ? null : request;
}

/** As the API server gives them; a client may send what it likes. */
const AUDIT_ID = /^[\w.:-]{1,128}$/;

function ofAttempt(attempt: TracedAttempt): MeantName {
  const { cluster, timeMs, kubernetes, caller } = attempt;
  const arn = caller?.arn ?? caller?.canonicalArn ?? null;
  const identity = ofUsername(kubernetes?.username ?? "") ?? (arn === null ? null : identityOfArn(arn));
  return { ...NOTHING, identity, attempt, place: { cluster, timeMs } };
}

/** The attempt that let it in, where one session alone can have made it; in any case the username. */
async function ofRequest(request: StoredRequest, store: EventStore): Promise<MeantName> {
  const { cluster, timeMs, kubernetes } = request;
  const attempts = await store.attemptsBefore([request]);
  const [only, ...others] = traceRequest(request, attempts).sessions;
  const attempt = others.length > 0 ? undefined : attempts.find(({ id }) => id === only?.attemptId);
  if (attempt !== undefined) return ofAttempt(attempt);
  return { ...NOTHING, identity: ofUsername(kubernetes.username), place: { cluster, timeMs } };
}

function ofUsername(username: string): IdentityRef | null {
  return username === "" ? null : { kind: "username", value: username };
}

function toRef({ kind, value }: IdentityRef): IdentityRef {
  return { kind, value };
}

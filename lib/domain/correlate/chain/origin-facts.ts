import { readCiSubject } from "../../identity/ci-subject";
import { readPrincipal } from "../../identity/principal";
import { isInstanceSession } from "../caller-class";
import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";
import { ORIGIN_FACTS, type OriginFact } from "./origin-fact";
import type { Named } from "./origins";
import { sessionNameOf } from "./session-name";

type Values = Readonly<Partial<Record<OriginFact["fact"], string | null | undefined>>>;

/**
 * What a call that names its origin says of it: the pod, the instance, the CI system's run, the service (facts: aws §4.2,
 * §4.6). AWS or the identity provider vouches for all of it.
 */
export function factsOfCall(event: HopEvent, named: Named): OriginFact[] {
  const { by, details } = event;
  const provider = details.provider ?? by.provider;
  const of = { ...valuesOfCall(event, named, provider), service: by.service };
  return toFacts({ ...of, provider: provider === null ? null : nameOfProvider(provider) });
}

function valuesOfCall(event: HopEvent, { kind, name, nameFrom }: Named, provider: string | null): Values {
  const { details, issued, accountId } = event;
  if (nameFrom === "pod-tags") return { ...details.pod };
  if (nameFrom === "web-identity-subject" && name !== null)
    return kind === "ci" ? readCiSubject(name, provider ?? "") : serviceAccountOf(name);
  return nameFrom === "session-name" && issued !== null ? sessionValues(issued, accountId) : {};
}

/**
 * What credentials say of the origin that they name. An instance's id is the name of the session: only the metadata
 * service, which gives out no other, proves it.
 */
export function factsOfCredentials(credentials: Credentials, { kind, nameFrom }: Named): OriginFact[] {
  const { accountId, isFromInstanceMetadata } = credentials;
  if (kind === "node")
    return toFacts(sessionValues(credentials, accountId), isFromInstanceMetadata ? [] : ["instance"]);
  return nameFrom === "iam-user" || kind === "root" ? toFacts({ account: accountId }) : [];
}

/** `system:serviceaccount:namespace:name`; other subjects say nothing more. */
function serviceAccountOf(subject: string): Values {
  const [system, what, namespace, serviceAccount, ...more] = subject.split(":");
  const isOne = system === "system" && what === "serviceaccount" && more.length === 0;
  return isOne ? { namespace, serviceAccount } : {};
}

function sessionValues(of: Pick<Credentials, "principalId" | "arn">, account: string | null): Values {
  const session = sessionNameOf(of);
  const principal = of.arn === null ? null : readPrincipal(of.arn);
  return {
    instance: session !== null && isInstanceSession(session) ? session : null,
    role: principal?.type === "ASSUMED_ROLE" ? principal.name : null,
    account,
  };
}

/** `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE`, or a SAML provider's name, of its ARN; what is no ARN is it already. */
function nameOfProvider(provider: string): string {
  const at = provider.indexOf("-provider/");
  return at < 0 ? provider : provider.slice(at + "-provider/".length);
}

function toFacts(values: Values, claimed: readonly OriginFact["fact"][] = []): OriginFact[] {
  return ORIGIN_FACTS.flatMap((fact) => {
    const value = values[fact];
    return value ? [{ fact, value, isClaimed: claimed.includes(fact) }] : [];
  });
}

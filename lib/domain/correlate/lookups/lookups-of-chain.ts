import type { EpochMs } from "../../time/time-range";
import { SECOND_MS } from "../chain/addresses";
import { LONGEST_SESSION_MS, LONGEST_SIGN_IN_MS, SKEW_MS, secondAround } from "../chain/wants";
import type { Chain, Hop } from "../chain/chain";
import type { Credentials } from "../chain/credentials";
import { type HopKind, SIGN_IN } from "../chain/hop-kind";
import { portalRoleOf } from "../chain/origins";
import { isTemporaryKey } from "./key-id";
import type { Lookup, LookupKey, LookupPlace } from "./lookup";
import { homeRegionOf, placesOf, placesOfAll, placesOfCall } from "./places-to-ask";

/** What to look up for the hops that a chain lacks; `region`: where the session was used, null = not known. */
export function lookupsOfChain(
  chain: Chain,
  region: string | null,
  places: readonly LookupPlace[],
): Lookup[] {
  const { credentials } = chain.first;
  const used = { ...chain.first, region: chain.hops[0]?.region ?? region };
  if (chain.end === "callers-account-unread") return lookupsOfOtherSide(chain, places);
  if (portalRoleOf(credentials) !== null) return lookupsOfPortal(chain, places);
  if (chain.end === "issuer-missing") return lookupsOfIssuer(used, places);
  return lookupsOfPod(chain, places);
}

interface Used {
  readonly credentials: Credentials;
  readonly usedMs: EpochMs;
  readonly region: string | null;
}

/** Who gave out a key, in its role's account; any other's where that is not read: the caller's own has it too. */
function lookupsOfIssuer({ credentials, usedMs, region }: Used, places: readonly LookupPlace[]): Lookup[] {
  const { accessKeyId, accountId, signInSessionArn } = credentials;
  if (!isTemporaryKey(accessKeyId)) return [];
  const own = placesOf(accountId, places, [region]);
  const range = { from: usedMs - LONGEST_SESSION_MS, to: usedMs + SKEW_MS };
  if (signInSessionArn) return ask(own, "call", "CreateOAuth2Token", range);
  if (mayHaveSignedIn(credentials)) return lookupsOfSecond(credentials, own);
  return ask(own.length > 0 ? own : placesOfAll(places), "issued", accessKeyId, range);
}

/** The console's keys, of users and of root: no event gives them out (facts: aws §4.7). AssumeRoot's are given out. */
function mayHaveSignedIn({ type, createdMs, isAssumedRoot }: Credentials): boolean {
  return createdMs !== null && (type === "IAMUser" || (type === "Root" && !isAssumedRoot));
}

/** One question for either way to such a key: what a user did in its second of creation has GetSessionToken as well. */
function lookupsOfSecond({ type, userName, createdMs }: Credentials, own: readonly LookupPlace[]): Lookup[] {
  if (createdMs === null) return [];
  const range = secondAround(createdMs);
  const isNamed = type === "IAMUser" && userName !== null;
  return isNamed ? ask(own, "user", userName, range) : ask(own, "service", SIGN_IN, range);
}

/** GetRoleCredentials for a shell, Federate for the console: before one of them is seen, either may have been. */
const PORTAL = "sso.amazonaws.com";

/** Identity Center gives out another key than it was given: the second of creation leads on (facts: aws §4.5). */
function lookupsOfPortal(chain: Chain, places: readonly LookupPlace[]): Lookup[] {
  const { accountId, createdMs, issuerArn } = chain.first.credentials;
  if (createdMs === null) return [];
  const home = homeRegionOf(issuerArn);
  const range = secondAround(createdMs);
  const fetched = hopOf(chain, "get-role-credentials") ?? hopOf(chain, "federate");
  const taken = hopOf(chain, "assume-role-with-saml") !== null;
  return [
    ...(taken ? [] : ask(placesOf(accountId, places, [home]), "call", "AssumeRoleWithSAML", range)),
    ...(fetched === null
      ? ask(homesOf(home, places), "service", PORTAL, range)
      : lookupsOfSignIn(chain, fetched, places)),
  ];
}

/** The instance may be any account's; all of it stands in its home Region. */
function homesOf(home: string | null, places: readonly LookupPlace[]): LookupPlace[] {
  const all = placesOfAll(places, [home]);
  return home === null ? all : all.filter(({ region }) => region === home);
}

/** How the person had signed in to the portal: the last before the fetching, as far as pages are read. */
function lookupsOfSignIn(chain: Chain, fetched: Hop, places: readonly LookupPlace[]): Lookup[] {
  const at = placesOfCall(fetched.accountId, fetched.region, places);
  const range = { from: fetched.timeMs - LONGEST_SIGN_IN_MS, to: fetched.timeMs + SKEW_MS };
  const lacks = (kind: HopKind) => hopOf(chain, kind) === null;
  // A tile of the portal's page is opened without a token.
  const needsToken = fetched.kind !== "federate" && lacks("create-token");
  return [
    ...(needsToken ? ask(at, "call", "CreateToken", range) : []),
    ...(lacks("user-authentication") ? ask(at, "call", "UserAuthentication", range) : []),
  ];
}

/** The role's account knows the caller's account only: there the same call is told whole. */
function lookupsOfOtherSide(chain: Chain, places: readonly LookupPlace[]): Lookup[] {
  const [hop] = chain.hops;
  const key = hop?.issued?.accessKeyId ?? null;
  if (hop === undefined || !isTemporaryKey(key)) return [];
  const at = placesOfCall(chain.first.credentials.accountId, hop.region, places);
  return ask(at, "issued", key, secondAround(hop.timeMs));
}

/** The node's agent asked for what `pods.eks.amazonaws.com` gave out, in the same second or the one before. */
function lookupsOfPod(chain: Chain, places: readonly LookupPlace[]): Lookup[] {
  const [hop] = chain.hops;
  if (hop?.by !== "pods.eks.amazonaws.com") return [];
  const range = secondAround(hop.timeMs);
  const at = placesOfCall(hop.accountId, hop.region, places);
  return ask(at, "call", "AssumeRoleForPodIdentity", { ...range, from: range.from - SECOND_MS });
}

function ask(
  places: readonly LookupPlace[],
  by: LookupKey,
  value: string,
  range: { readonly from: EpochMs; readonly to: EpochMs },
): Lookup[] {
  return places.map((place) => ({ place, question: { by, value, range } }));
}

function hopOf({ hops }: Chain, kind: HopKind): Hop | null {
  return hops.find((hop) => hop.kind === kind) ?? null;
}

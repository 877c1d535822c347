import { GLOBAL_STS_REGION } from "../sts-region";
import { keyOfPlace, type LookupPlace } from "./lookup";

/**
 * Where an account's events may be: in its Regions that are read, and in `also`, as far as the account is one of those
 * that are read.
 */
export function placesOf(
  accountId: string | null,
  places: readonly LookupPlace[],
  also: readonly (string | null)[] = [],
): LookupPlace[] {
  const own = places.filter((place) => place.accountId === accountId);
  if (accountId === null || own.length === 0) return [];
  const more = also.flatMap((region) => (region === null ? [] : [{ accountId, region }]));
  return distinct([...own, ...more]);
}

/** Of every account that is read, where nobody knows which of them it was. */
export function placesOfAll(
  places: readonly LookupPlace[],
  also: readonly (string | null)[] = [],
): LookupPlace[] {
  const accounts = [...new Set(places.map(({ accountId }) => accountId))];
  return distinct(accounts.flatMap((accountId) => placesOf(accountId, places, also)));
}

/** Where a call to STS is recorded whose Region is known; where it is not, in any (facts: aws §1.3). */
export function placesOfCall(
  accountId: string | null,
  region: string | null,
  places: readonly LookupPlace[],
): LookupPlace[] {
  if (region === null) return placesOf(accountId, places, [globalRegionOf(places)]);
  return placesOf(accountId, places, [region]).filter((place) => place.region === region);
}

/** The home Region of the Identity Center whose role this is: its path names it (facts: aws §4.5); null = it does not. */
export function homeRegionOf(roleArn: string | null): string | null {
  return /:role\/aws-reserved\/sso\.amazonaws\.com\/([a-z0-9-]{1,32})\//.exec(roleArn ?? "")?.[1] ?? null;
}

/** China and GovCloud have no global endpoint there. */
function globalRegionOf(places: readonly LookupPlace[]): string | null {
  return places.some(({ region }) => region === GLOBAL_STS_REGION) ? GLOBAL_STS_REGION : null;
}

function distinct(places: readonly LookupPlace[]): LookupPlace[] {
  return [...new Map(places.map((place) => [keyOfPlace(place), place])).values()];
}

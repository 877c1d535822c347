import { BACK_ENDS_OF_MODE } from "../mapping/back-end-modes";
import type { ClusterMappings } from "../mapping/open-configuration";
import type { ConfigurationFacts, SharedUsernameFact } from "./configuration-facts";
import type { Finding } from "./finding";
import { principalOfArn } from "./same-principal";

/** Access entries of principals that the authenticator did not find, though it looked there. */
export function checkStale(
  { mode, accessEntries }: ClusterMappings,
  { notMapped = [] }: ConfigurationFacts,
): Finding[] {
  if (!BACK_ENDS_OF_MODE[mode].includes("DynamicFile")) return [];
  const denied = new Set(notMapped.map(principalOfArn));
  return accessEntries
    .filter(({ arn }) => denied.has(principalOfArn(arn)))
    .map(({ arn }) => ({
      code: "stale-access-entry",
      message: `${arn} has an access entry, and was denied as not mapped`,
      instead: null,
      place: null,
      principalArn: arn,
    }));
}

/** Usernames that several people came under, and the entry that gives them. */
export function checkShared(
  mappings: ClusterMappings,
  { sharedUsernames = [] }: ConfigurationFacts,
): Finding[] {
  return sharedUsernames.flatMap(({ username, people }) => {
    const distinct = [...new Set(people)].sort();
    if (distinct.length < 2) return [];
    const message = `${distinct.length} people came as ${username}: ${listed(distinct)}`;
    return [{ code: "shared-username" as const, message, ...entryOf(username, mappings) }];
  });
}

const SHOWN = 5;

function listed(people: SharedUsernameFact["people"]): string {
  const more = people.length - SHOWN;
  return [...people.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/** The entry that gives this very username, whoever comes; what to write instead is known of aws-auth alone. */
function entryOf(username: string, { mode, hidden, accessEntries, awsAuth }: ClusterMappings) {
  const inMap = mode === "API" ? [] : awsAuth.entries.filter((entry) => entry.username === username);
  const own = [...hidden, ...(mode === "CONFIG_MAP" ? [] : accessEntries)].filter(
    (entry) => entry.username === username,
  );
  const [inText] = inMap.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
  const [principalArn = null] = own.map(({ arn }) => arn).sort();
  if (inText === undefined) return { instead: null, place: null, principalArn };
  const instead = inText.list === "mapRoles" ? `${username}:{{SessionName}}` : null;
  return { instead, place: inText.place, principalArn: null };
}

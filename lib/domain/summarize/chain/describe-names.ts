import type { Origin } from "../../correlate/chain/chain";
import type { DirectoryAnswer, UserPlace } from "../../correlate/chain/directory";
import type { NameSource } from "../../correlate/chain/name-source";
import type { OriginName } from "../../correlate/chain/told-names";
import { formatMinute } from "../../time/format-time";

const DIRECTORIES: ReadonlySet<NameSource> = new Set(["directory-file", "identity-store"]);

/** Why another name than the one that counts may have been told. */
export function whyNameDiffers(chosen: NameSource, { from }: OriginName): string {
  if (from === "session-name") return "whoever takes a role chooses its session's name";
  if (from === "source-identity")
    return "whoever took the first role chose it, or an identity provider set it";
  if (chosen === "directory-file" && from === "identity-store")
    return "the directory file counts before Identity Center; one of them may be out of date";
  if (DIRECTORIES.has(chosen))
    return "recorded at the time; the person may have been renamed since, or the directory may be out of date";
  return "both were recorded at the time; the one that stands nearer to the session counts";
}

/** What directories say of the person, or why they say nothing and what to do; empty = nothing to say. */
export function describeDirectory(
  directory: DirectoryAnswer | null,
  { userId }: Pick<Origin, "userId">,
): string[] {
  if (directory === null) return [];
  if (directory.outcome === "found") return describeFound(directory);
  const { place } = directory;
  const account = place === null ? "of Identity Center" : place.accountId;
  if (directory.outcome === "not-asked")
    return [`Identity Center was not asked who user ${userId} is. ${howToAsk(place)}`];
  const again = `It is asked again after ${formatMinute(directory.againMs)}.`;
  if (directory.outcome === "unknown-user")
    return [`Identity Center knows no user ${userId}, or none any more: ${NAME_IN_FILE}. ${again}`];
  if (directory.outcome === "failed")
    return [`Identity Center in account ${account} did not answer who user ${userId} is. ${again}`];
  return [
    `Identity Center may not be asked who user ${userId} is: allow identitystore:DescribeUser in account ${account}, or ${NAME_IN_FILE}. ${again}`,
  ];
}

const NAME_IN_FILE = "name the person in a directory file (directory: in the config, or --directory FILE)";

function howToAsk(place: UserPlace | null): string {
  if (place === null)
    return `No record that was read tells which identity store has the user: ${NAME_IN_FILE}.`;
  if (place.region === null)
    return `No record that was read tells the Region of identity store ${place.storeId} in account ${place.accountId}: ${NAME_IN_FILE}.`;
  return `It is asked in the background where account ${place.accountId} is among those that are read, in ${place.region}; else ${NAME_IN_FILE}.`;
}

function describeFound(found: Extract<DirectoryAnswer, { outcome: "found" }>): string[] {
  const { from, userName, displayName, email } = found;
  const who = from === "directory-file" ? "The directory file" : "Identity Center's identity store";
  const told = [...new Set([displayName, userName, email])].filter((one) => one !== null && one !== "");
  if (told.length > 0) return [`${who} has: ${told.join(" · ")}.`];
  return [`${who} has the person without a name.`];
}

import type { FileEntry } from "../../identity/directory-entry";
import { iamUserIn, iamUserOfArn } from "../../identity/iam-user";
import type { DirectoryFinding } from "./raw-entry";

/** Longer than any name that AWS takes. */
const LONGEST = 1_024;
/** As Identity Center writes it: a UUID, in older directories behind ten hex digits. */
const USER_ID = /^([0-9a-f]{10}-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The person of a line, or what is wrong with the line. */
export function checkEntry(
  values: ReadonlyMap<string, string>,
  where: string,
): FileEntry | DirectoryFinding | null {
  const of = (column: string) => values.get(column)?.trim() || null;
  const wrong = (message: string, remedy: string) => ({ where, message, remedy });
  const long = [...values].find(([, value]) => value.length > LONGEST)?.[0];
  if (long !== undefined)
    return wrong(`${long} is longer than ${LONGEST} letters.`, "Shorten it, or leave it out.");
  const [userId, arn, account, userName] = [of("userid"), of("arn"), of("account"), of("username")];
  if (userId !== null && !USER_ID.test(userId))
    return wrong("userId is no user id of Identity Center.", `Write it as ${EXAMPLE_ID}, or leave it out.`);
  const ofArn = arn === null ? null : iamUserOfArn(arn);
  if (arn !== null && ofArn === null)
    return wrong("arn is not of a user of IAM.", `Write it as ${EXAMPLE_ARN}, or leave it out.`);
  if (account !== null && !/^\d{12}$/.test(account))
    return wrong("account is no account id of 12 digits.", "Correct it, or leave it out.");
  const named =
    userId === null && account !== null && userName !== null ? iamUserIn(account, userName) : null;
  const iamUser = ofArn ?? named;
  if (userId === null && iamUser === null)
    return wrong("does not say who it is about.", "Give userId, arn, or account together with userName.");
  const [displayName, email] = [of("displayname"), of("email")];
  if (userName === null && displayName === null && email === null)
    return wrong("has no name.", "Give userName, displayName or email.");
  return { userId, iamUser, userName, displayName, email };
}

const EXAMPLE_ID = "d2c5f4e4-10a1-70b4-9d3e-000000000001";
const EXAMPLE_ARN = "arn:aws:iam::111122223333:user/alice";

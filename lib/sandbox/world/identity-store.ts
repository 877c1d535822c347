import type { Team } from "./create-team";
import { crowdOf } from "./organisation/crowd";
import { workbenchUsersOf } from "./organisation/workbench";

/** Where all of the organisation's users are kept. */
export const IDENTITY_STORE = "d-99670a1b2c";

/** A user as the identity store has him. */
export interface StoredUser {
  readonly userId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** Finds a user by id; null = there is none, or none any more. */
export function createIdentityStore(teams: readonly Team[]): (userId: string) => StoredUser | null {
  const users = new Map<string, string>();
  for (const team of teams) {
    for (const { userId, email } of [...team.people, ...crowdOf(team)]) users.set(userId, email);
    for (const { userId, userName } of workbenchUsersOf(team))
      if (userName !== null) users.set(userId, userName);
  }
  return (userId) => {
    const userName = users.get(userId);
    return userName === undefined ? null : { userId, userName, ...nameOf(userName) };
  };
}

/** `ana.moss@example.com` is Ana Moss, `alice@example.com` Alice Example. */
function nameOf(userName: string): Pick<StoredUser, "displayName" | "givenName" | "familyName"> {
  const [given = "", family = "example"] = (userName.split("@")[0] ?? "").split(".");
  const [givenName, familyName] = [capital(given), capital(family)];
  return { displayName: `${givenName} ${familyName}`, givenName, familyName };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

import type { Chain, Origin } from "@/lib/domain/correlate/chain/chain";
import { iamUserOfOrigin } from "@/lib/domain/correlate/chain/iam-user-of-origin";
import { type NamedOrigin, nameOrigin } from "@/lib/domain/correlate/chain/name-origin";
import type { DirectoryStore } from "@/lib/ports/directory-store";

/** An origin as its chain tells it. */
export interface ToldOrigin extends Pick<Chain, "facts" | "told"> {
  readonly origin: Origin;
}

/** Each with the name that counts: directories know people by Identity Center's user id, or as a user of IAM. */
export async function nameOrigins(
  origins: readonly ToldOrigin[],
  store: Pick<DirectoryStore, "directoryOf">,
): Promise<NamedOrigin[]> {
  const keys = origins.map(keysOf);
  const people = {
    userIds: [...new Set(keys.flatMap(({ userId }) => userId ?? []))],
    iamUsers: [...new Set(keys.flatMap(({ iamUser }) => iamUser ?? []))],
  };
  const isAsked = people.userIds.length + people.iamUsers.length > 0;
  const known = isAsked ? await store.directoryOf(people) : new Map<string, never>();
  return origins.map((origin, i) => {
    const of = [keys[i]?.userId ?? null, keys[i]?.iamUser ?? null];
    return nameOrigin(
      origin,
      of.flatMap((key) => (key === null ? [] : (known.get(key) ?? []))),
    );
  });
}

function keysOf({ origin, facts }: ToldOrigin) {
  if (origin.kind !== "person") return { userId: null, iamUser: null };
  return { userId: origin.userId, iamUser: iamUserOfOrigin(origin, facts) };
}

import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { EntryToMake } from "./access-entry/entry-to-make";

/** Whom a correction makes of the caller. */
export interface MeantIdentity {
  readonly username: string;
  readonly groups: readonly string[];
}

/** What a remedy has to write, where the cluster's configuration is known; null = it is not. */
export interface Meant {
  /** What the access entry has to give. */
  readonly accessEntry: EntryToMake | null;
  /** The ARN of an access entry that has to go. */
  readonly oldPrincipalArn: string | null;
  /** What the entry of aws-auth has to give. */
  readonly entry: Pick<MappingEntry, "username" | "groups"> | null;
  /** The change of aws-auth as a unified diff of its own lines. */
  readonly diff: string | null;
  /** The whole entry as it should stand in aws-auth, where no line of it can be changed safely. */
  readonly line: string | null;
  /** As whom the caller comes in by it. */
  readonly identity: MeantIdentity | null;
}

export const NOTHING_MEANT: Meant = {
  accessEntry: null,
  oldPrincipalArn: null,
  entry: null,
  diff: null,
  line: null,
  identity: null,
};

/** `the username dev:jane-example.com in the groups devs`, as code. */
export function identityWords({ username, groups }: MeantIdentity): string {
  const [one, ...more] = groups;
  const name = username === "" ? "No username" : `The username ${code(username)}`;
  if (one === undefined) return `${name} without groups`;
  return `${name} in ${more.length === 0 ? "the group" : "the groups"} ${groups.map(code).join(", ")}`;
}

const code = (text: string) => `\`${text.replaceAll("`", "'")}\``;

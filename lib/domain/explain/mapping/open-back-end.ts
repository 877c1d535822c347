import { canonicalizeArn } from "../../identity/canonicalize-arn";
import { stripPath } from "../../identity/strip-path";
import { entryKey } from "../../parse/mappings/entry-key";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndContent } from "./configuration";
import { EntryIndex, type KeyOf } from "./entry-index";

/** A back end that is ready to be asked. */
export interface OpenBackEnd extends Omit<BackEndContent, "entries"> {
  readonly index: EntryIndex;
  /** Why it did not start, in the authenticator's words: then it maps nobody. null = it did. */
  readonly setupError: string | null;
}

/** Makes a back end ready, once for many callers: each look-up is by key (facts: authenticator §4.2, §4.5). */
export function openBackEnd(content: BackEndContent): OpenBackEnd {
  const { entries, ...rest } = content;
  const setupError = setupErrorOf(content);
  const kept = setupError === null ? entries : [];
  const index = new EntryIndex(kept, keyOf(content), content.kind === "EKSConfigMap");
  return { ...rest, setupError, index };
}

function keyOf({ kind, findBy }: BackEndContent): KeyOf {
  if (kind === "EKSConfigMap") return (entry) => entryKey(entry).toLowerCase();
  if (findBy === "user-id") return ({ userId }) => userId;
  if (findBy === "principal") return strippedKey;
  return (entry) => (entry.sso === null ? canonicalKey(entry, kind === "DynamicFile") : entryKey(entry));
}

/** null: no principal has such an ARN. */
function canonicalKey({ arn }: MappingEntry, lowerFirst: boolean): string | null {
  const canonical = canonicalizeArn(lowerFirst ? arn.toLowerCase() : arn);
  return canonical.ok ? canonical.canonical.toLowerCase() : null;
}

function strippedKey({ arn }: MappingEntry): string | null {
  const stripped = stripPath(arn);
  return stripped.ok ? stripped.arn.toLowerCase() : null;
}

function setupErrorOf({ kind, entries, findBy }: BackEndContent): string | null {
  if (kind === "MountedFile") return badArnOf(entries);
  return findBy === "user-id" ? missingIdOf(entries) : null;
}

/** One ARN that cannot be read, and the authenticator does not start. */
function badArnOf(entries: readonly MappingEntry[]): string | null {
  for (const { arn, sso } of entries) {
    const canonical = sso === null ? canonicalizeArn(arn) : null;
    if (canonical?.ok === false) return canonical.error;
  }
  return null;
}

const NEEDS_ID = {
  mapRoles: "value for rolearn or userid(if dynamicfileUserIDStrict = true) must be supplied",
  mapUsers: "value for userarn or userid(if dynamicfileUserIDStrict = true) must be supplied",
} as const;

/** One entry without an id, and the whole file is refused. */
function missingIdOf(entries: readonly MappingEntry[]): string | null {
  const errors = entries.filter(({ userId }) => !userId).map(({ list }) => NEEDS_ID[list]);
  return errors.length === 0 ? null : `error parsing dynamic file: [${errors.join(", ")}]`;
}

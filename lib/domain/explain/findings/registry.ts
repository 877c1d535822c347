import { ENTRY_KINDS } from "./entry-kinds";
import type { FindingKind } from "./finding-kind";
import { KNOWN_KINDS } from "./known-kinds";
import { LIST_KINDS } from "./list-kinds";

const ALL = [...ENTRY_KINDS, ...LIST_KINDS, ...KNOWN_KINDS] as const;

/** The closed registry: there is no other finding. */
export type FindingCode = (typeof ALL)[number]["code"];

export const FINDING_KINDS: readonly (FindingKind & { readonly code: FindingCode })[] = ALL;

const BY_CODE: ReadonlyMap<string, FindingKind> = new Map(FINDING_KINDS.map((kind) => [kind.code, kind]));

/** null: no finding has this code. */
export function findKind(code: string): FindingKind | null {
  return BY_CODE.get(code) ?? null;
}

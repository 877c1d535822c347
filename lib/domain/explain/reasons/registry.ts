import { CLIENT_REASONS } from "./client-reasons";
import { MAPPING_REASONS } from "./mapping-reasons";
import type { Reason } from "./reason";
import { STS_REASONS } from "./sts-reasons";
import { TOKEN_REASONS } from "./token-reasons";

const ALL = [...CLIENT_REASONS, ...TOKEN_REASONS, ...STS_REASONS, ...MAPPING_REASONS] as const;

/** The closed registry: there is no other reason. */
export type ReasonCode = (typeof ALL)[number]["code"];

/** A reason of the registry. */
export type KnownReason = Reason & { readonly code: ReasonCode };

/** Every reason, by stage and in the order of the way. */
export const REASONS: readonly KnownReason[] = ALL;

const BY_CODE: ReadonlyMap<string, KnownReason> = new Map(REASONS.map((reason) => [reason.code, reason]));

/** null: no such code. */
export function findReason(code: string): KnownReason | null {
  return BY_CODE.get(code) ?? null;
}

/** The reason of a code. */
export function reasonOf(code: ReasonCode): KnownReason {
  const reason = BY_CODE.get(code);
  if (reason === undefined) throw new Error(`no reason ${code}`);
  return reason;
}

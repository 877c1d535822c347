import { CLIENT_REASONS } from "./client-reasons";
import { MAPPING_REASONS } from "./mapping-reasons";
import { NEAR_MISS_REASONS } from "./near-miss-reasons";
import type { Reason } from "./reason";
import { STS_REASONS } from "./sts-reasons";
import { TEMPLATE_REASONS } from "./template-reasons";
import { TOKEN_REASONS } from "./token-reasons";
import { UNREAD_REASONS } from "./unread-reasons";

const ALL = [
  ...CLIENT_REASONS,
  ...TOKEN_REASONS,
  ...STS_REASONS,
  ...MAPPING_REASONS,
  ...UNREAD_REASONS,
  ...NEAR_MISS_REASONS,
  ...TEMPLATE_REASONS,
] as const;

/** What only the cluster's configuration tells: of all of them the authenticator says that the identity is not mapped. */
export type NotMappedCode = (typeof UNREAD_REASONS | typeof NEAR_MISS_REASONS)[number]["code"];

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

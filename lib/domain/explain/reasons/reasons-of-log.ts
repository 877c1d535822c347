import { NEAR_MISS_REASONS } from "./near-miss-reasons";
import { type KnownReason, REASONS } from "./registry";
import { UNREAD_REASONS } from "./unread-reasons";

const BY_CONFIGURATION: ReadonlySet<string> = new Set(
  [...NEAR_MISS_REASONS, ...UNREAD_REASONS].map(({ code }) => code),
);

/** The reasons that the authenticator's log itself tells; others need a cluster's configuration, or only the client sees them. */
export const REASONS_OF_LOG: readonly KnownReason[] = REASONS.filter(
  ({ code, stage }) => stage !== "client" && !BY_CONFIGURATION.has(code),
);

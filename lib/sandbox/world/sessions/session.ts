import { isOwnAccount } from "../organisation/places";
import type { Hop, Origin } from "../world-day";

/** JSON as it stands in a CloudTrail record. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Credentials that sign tokens: one access key id of one principal. */
export interface Session {
  /** As STS answers it. */
  readonly arn: string;
  /** As the authenticator looks it up. */
  readonly canonicalArn: string;
  readonly accountId: string;
  /** AROA… or AIDA…, without the session. */
  readonly userId: string;
  /** "" for an IAM user. */
  readonly sessionName: string;
  readonly accessKeyId: string;
  /** `userIdentity` of every record that these credentials make. */
  readonly identity: JsonObject;
  /** What stands at the start of it. */
  readonly origin: Origin;
  /** The events that issued it, from the origin on; none where no trail of the organisation has them. */
  readonly chain: readonly Hop[];
  /** Where the credentials are used, and with what. */
  readonly ip: string;
  readonly agent: string;
  /** Where its STS calls go, unless to the global endpoint. */
  readonly region: string;
  /** Tokens name the global endpoint. */
  readonly global: boolean;
}

/** Only the organisation's own trails can be read. */
export function isRecorded(session: Session): boolean {
  return isOwnAccount(session.accountId);
}

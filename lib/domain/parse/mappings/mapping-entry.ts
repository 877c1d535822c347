/** Where something stands in a text that somebody wrote: both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** One role or user that a configuration maps, as it is written there; nothing is trimmed or corrected. */
export interface MappingEntry {
  readonly list: "mapRoles" | "mapUsers";
  /** `rolearn` or `userarn`; "" where there is none. */
  readonly arn: string;
  /** A role of Identity Center by its permission set; null = the ARN counts. */
  readonly sso: SsoRole | null;
  /** May hold templates; "" = none is given. */
  readonly username: string;
  /** May hold templates. */
  readonly groups: readonly string[];
  /** The unique id that an access entry is bound to; null = its kind of configuration has none. */
  readonly userId: string | null;
  /** null: it was not read from a text. */
  readonly place: TextPlace | null;
}

/** `sso` of an entry. Source: aws-iam-authenticator, feature gate SSORoleMatch, which EKS is not known to set. */
export interface SsoRole {
  readonly permissionSetName: string;
  readonly accountId: string;
  /** "" = not given. */
  readonly partition: string;
}

import type { AwsAuthList } from "../../../parse/aws-auth/aws-auth";
import type { MappingEntry } from "../../../parse/mappings/mapping-entry";

/** One change of aws-auth. */
export type Correction = ValueCorrection | KeyCorrection | FieldCorrection | ListCorrection | NewEntry;

/** Another ARN or username in an entry that the authenticator keeps. */
export interface ValueCorrection {
  readonly kind: "value";
  readonly entry: MappingEntry;
  readonly field: "arn" | "username";
  readonly value: string;
}

/** The right key for a list that stands under another. */
export interface KeyCorrection {
  readonly kind: "key";
  readonly written: string;
  readonly list: AwsAuthList;
}

/** The right key for an ARN in an entry that the authenticator drops for want of it. */
export interface FieldCorrection {
  readonly kind: "field";
  readonly entry: MappingEntry;
  readonly written: string;
}

/** A list that can be read again. */
export interface ListCorrection {
  readonly kind: "list";
  readonly list: AwsAuthList;
}

/** One more entry. */
export interface NewEntry extends Pick<MappingEntry, "list" | "arn" | "username" | "groups"> {
  readonly kind: "entry";
}

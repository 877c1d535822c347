import type { EntryWithPolicies } from "../../parse/access-entries/access-entry";
import type { AwsAuthList } from "../../parse/aws-auth/aws-auth";
import type { MappingEntry, TextPlace } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "../mapping/back-end-modes";
import type { NotMappedCode } from "../reasons/registry";

/** Why a caller was probably not mapped, and the entry that was meant for him. */
export interface NotMappedReason {
  readonly code: NotMappedCode;
  readonly backEnd: BackEndKind;
  /** null: it is not known, as its list cannot be read, or the caller's account is mapped as a whole. */
  readonly entry: MappingEntry | null;
  /** Of the entry, or of the mistake, in the text of aws-auth; null = it was not read from a text. */
  readonly place: TextPlace | null;
  /** The entry as EKS has it, with its policies; null = it is none. */
  readonly accessEntry: EntryWithPolicies | null;
  /** What is wrong in aws-auth beside an ARN; null = nothing is. */
  readonly mistake: AwsAuthMistake | null;
}

/** What the authenticator passes over in aws-auth. */
export type AwsAuthMistake =
  /** A list under a key that is nearly its own. */
  | { readonly kind: "key"; readonly written: string; readonly list: AwsAuthList }
  /** YAML that cannot be read; in the words of the authenticator's library. Without the text nobody knows whom it names. */
  | {
      readonly kind: "list";
      readonly list: AwsAuthList;
      readonly message: string;
      readonly namesCaller: boolean;
    }
  /** An entry without the key that its list asks for. */
  | { readonly kind: "field"; readonly written: string; readonly list: MappingEntry["list"] };

/** What else is known of a denial. */
export interface DenialFacts {
  /** The ConfigMap aws-auth in the text that `KnownConfiguration` was read from: only it tells what was passed over. */
  readonly awsAuthText?: string | null;
  /** How long before the denial the configuration had become what it was, in ms; null = nobody knows. */
  readonly configurationAgeMs?: number | null;
}

import type { TextPlace } from "../../parse/mappings/mapping-entry";
import type { FindingCode } from "./registry";

/** Something about a configuration that somebody should know. */
export interface Finding {
  readonly code: FindingCode;
  /** One sentence with the entry's own values. */
  readonly message: string;
  /** What to write instead, or to do; null = the registry's words are all there is to say. */
  readonly instead: string | null;
  /** In the text of aws-auth; null = it is of no one place there. */
  readonly place: TextPlace | null;
  /** Whose access entry, or hidden entry, it is about; null = it is about none. */
  readonly principalArn: string | null;
}

import { trimPasted } from "../../parse/pasted/trim-pasted";
import { reasonOfDenial } from "./denial-reason";
import { reasonOfMessage } from "./message-reason";
import type { ReasonCode } from "./registry";

/** What a pasted text says of why somebody did not get in: an error of the authenticator, or a message that people see. */
export function reasonOfPasted(text: string): ReasonCode | null {
  const field = text.trim();
  const error = field.startsWith("error=") ? field.slice("error=".length) : field;
  return reasonOfDenial(trimPasted(error)) ?? reasonOfMessage(text);
}

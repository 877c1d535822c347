import { findSecret, type SecretKind } from "./find-secret";
import { distinctTiers } from "./meaning";
import { readField } from "./read-field";
import { readJson } from "./read-json";
import { readLines } from "./read-lines";
import { isNameless, readForbidden } from "./read-message";
import { readValue } from "./read-value";
import { readWords } from "./read-words";
import type { Reading } from "./reading";
import { trimPasted } from "./trim-pasted";

export type Pasted =
  | { readonly what: "nothing" }
  /** Must not be sent or kept. */
  | { readonly what: "secret"; readonly secret: SecretKind }
  | { readonly what: "too-long" }
  /** A message that says that somebody was refused, and not who. */
  | { readonly what: "nameless" }
  /** A long text in which nothing has the shape of a name. */
  | { readonly what: "unknown" }
  | ({ readonly what: "reading" } & Reading);

/** UTF-16 units. CloudTrail's records and audit events are smaller. */
const LONGEST = 262_144;

/**
 * What a text is that somebody pasted: a name, an id, a line, a record or a message, however it was quoted. Total, in
 * linear time; of a record only what names somebody is kept.
 */
export function whatIsPasted(text: string): Pasted {
  if (text.length > LONGEST) return { what: "too-long" };
  const secret = findSecret(text);
  if (secret !== null) return { what: "secret", secret };
  const inner = text.replace(/^\uFEFF/, "").trim();
  if (trimPasted(inner) === "") return { what: "nothing" };
  const reading = read(inner);
  if (reading === null) return { what: isNameless(inner) ? "nameless" : "unknown" };
  return { what: "reading", as: reading.as, tiers: distinctTiers(reading.tiers) };
}

function read(text: string): Reading | null {
  const whole = readJson(text) ?? readLines(text) ?? readForbidden(text);
  if (whole !== null) return whole;
  if (isNameless(text)) return null;
  const link = LINK.exec(text);
  if (link !== null) return readValue(link[1] ?? "");
  if (text.length <= LONGEST_NAME && !text.includes("\n")) {
    const one = trimPasted(text);
    return readField(one) ?? (/\s/.test(one) ? readWords(one) : null) ?? readValue(one);
  }
  return readWords(text);
}

/** The address of an attempt's page. */
const LINK = /^https?:\/\/[^\s?#]{1,255}\/attempts\/([0-9a-f]{32})(?:[?#/]|$)/;
const LONGEST_NAME = 2_048;

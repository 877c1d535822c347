import { sextet } from "./sextet";

const COLON = 58;
const UPPER_S = 83;
/** From 2001 to 2286. */
const MS_DIGITS = 13;
const LONGEST = 200;

/**
 * The milliseconds in `additionalEventData.ExtendedRequestId`, base64 of `1:<region>:S:<ms>:R:<id>`; null when the
 * text has another form (facts: aws §4.1). Read byte by byte, without the decoded text.
 */
export function readExtendedRequestTime(encoded: string): number | null {
  if (encoded.length > LONGEST) return null;
  const fields: Fields = { index: 0, length: 0, isS: false, value: 0 };
  let bits = 0;
  let count = 0;
  for (let at = 0; at < encoded.length && fields.index <= MS_FIELD; at++) {
    const value = sextet(encoded.charCodeAt(at));
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xfff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      if (!takeByte(fields, (bits >> count) & 0xff)) return null;
    }
  }
  return fields.index > MS_FIELD ? fields.value : null;
}

const S_FIELD = 2;
const MS_FIELD = 3;

interface Fields {
  /** Of the field that is being read, counted by the colons before it. */
  index: number;
  length: number;
  isS: boolean;
  value: number;
}

/** false when the text cannot be of the expected form. */
function takeByte(fields: Fields, byte: number): boolean {
  if (byte === COLON) return endField(fields);
  fields.length++;
  if (fields.index === S_FIELD) fields.isS = byte === UPPER_S;
  if (fields.index === MS_FIELD) {
    if (byte < 48 || byte > 57) return false;
    fields.value = fields.value * 10 + byte - 48;
  }
  return true;
}

function endField(fields: Fields): boolean {
  const { index, length, isS } = fields;
  fields.index++;
  fields.length = 0;
  if (index === S_FIELD) return isS && length === 1;
  return index !== MS_FIELD || length === MS_DIGITS;
}

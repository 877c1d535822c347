const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The milliseconds in `additionalEventData.ExtendedRequestId`, base64 of `1:<region>:S:<ms>:R:<id>`; null when the
 * text has another form (facts: aws §4.1).
 */
export function readExtendedRequestTime(encoded: string): number | null {
  if (encoded.length > 200) return null;
  const text = decodeBase64(encoded);
  const marker = text.indexOf(":S:");
  const end = marker < 0 ? -1 : text.indexOf(":", marker + 3);
  const digits = end < 0 ? "" : text.slice(marker + 3, end);
  return digits.length === 13 && /^[0-9]{13}$/.test(digits) ? Number(digits) : null;
}

function decodeBase64(encoded: string): string {
  let text = "";
  let bits = 0;
  let count = 0;
  for (const char of encoded) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) break;
    bits = ((bits << 6) | value) & 0xfff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      text += String.fromCharCode((bits >> count) & 0xff);
    }
  }
  return text;
}

import { sextet } from "../sextet";

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Base64 with its padding, line breaks aside, of a text in UTF-8; null = it is none. */
export function decodeBase64Text(encoded: string): string | null {
  const text = encoded.replaceAll(/[\r\n]/g, "");
  if (text.length % 4 !== 0 || !BASE64.test(text)) return null;
  let [bits, count, escaped] = [0, 0, ""];
  for (let at = 0; at < text.length && text.charAt(at) !== "="; at++) {
    bits = ((bits << 6) | sextet(text.charCodeAt(at))) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    escaped += `%${((bits >> count) & 0xff).toString(16).padStart(2, "0")}`;
  }
  return toText(escaped);
}

/** Without the bytes above 127 where they are no UTF-8: what is left shows the rest. */
function toText(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return decodeURIComponent(escaped.replaceAll(/%[89a-f]./g, "\ufffd"));
  }
}

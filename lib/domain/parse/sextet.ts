/** The six bits of a base64 character, -1 for any other. */
export function sextet(code: number): number {
  if (code >= 97) return code <= 122 ? code - 71 : -1;
  if (code >= 65) return code <= 90 ? code - 65 : -1;
  if (code >= 48) return code <= 57 ? code + 4 : -1;
  return code === 43 ? 62 : code === 47 ? 63 : -1;
}

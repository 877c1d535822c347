/** Bytes as the parser shows them: UTF-8, and a byte that is none stands as the lone surrogate U+DC00 + byte. */
export function fromBytes(bytes: Buffer): string {
  let value = "";
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((count) => isUtf8Char(bytes.subarray(at, at + count)));
    value +=
      length === undefined
        ? String.fromCharCode(0xdc00 + (bytes[at] ?? 0))
        : bytes.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return value;
}

function isUtf8Char(bytes: Buffer): boolean {
  const decoded = bytes.toString("utf8");
  return [...decoded].length === 1 && Buffer.from(decoded, "utf8").equals(bytes);
}

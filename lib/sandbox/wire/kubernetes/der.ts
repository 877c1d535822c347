/** One value in DER: a tag, its length, its content. Source: ITU-T X.690. */
export function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

export const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
export const setOf = (...parts: readonly Buffer[]) => der(0x31, ...parts);
export const integer = (value: number) => der(0x02, Buffer.from([value]));
export const truth = () => der(0x01, Buffer.from([0xff]));
export const octets = (content: Buffer) => der(0x04, content);
/** Without unused bits. */
export const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
export const text = (value: string) => der(0x0c, Buffer.from(value, "utf8"));
/** `YYMMDDhhmmssZ` */
export const utcTime = (value: string) => der(0x17, Buffer.from(value, "ascii"));

/** An object identifier, such as `2.5.29.17`. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** Seven bits a byte; all but the last have the eighth set. */
function base128(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(0x80 | (rest % 128));
  return bytes;
}

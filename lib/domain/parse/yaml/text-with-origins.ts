/**
 * Where the pieces of a scalar's value stand in the text that holds it: pairs of an index into the value and one into
 * the text, ascending; between two pairs both advance alike. Before the first pair the value stands where the scalar does.
 */
export type Origins = readonly number[];

/** A value that is put together, and remembers where its pieces came from. */
export interface TextWithOrigins {
  value: string;
  readonly start: number;
  readonly origins: number[];
}

export function openText(start: number): TextWithOrigins {
  return { value: "", start, origins: [] };
}

export function addText(text: TextWithOrigins, piece: string, at: number): void {
  if (piece === "") return;
  const { origins, value, start } = text;
  const from = origins.at(-2) ?? 0;
  const origin = origins.at(-1) ?? start;
  if (origin + value.length - from !== at) origins.push(value.length, at);
  text.value += piece;
}

/** Where the character at `index` of the value stands in the text. */
export function originOf(origins: Origins, index: number, start: number): number {
  let [low, high] = [0, origins.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origins[2 * middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  const [from = 0, at = start] = low === 0 ? [] : origins.slice(2 * low - 2, 2 * low);
  return at + index - from;
}

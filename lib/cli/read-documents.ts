const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;
/** Below the longest string of V8. */
const LONGEST = 400 * 1_048_576;

/** A piece of a stream of JSON texts that ends between two of them. */
export interface DocumentPiece {
  readonly text: string;
  /** Where it starts, in UTF-16 units from the start of the stream. */
  readonly position: number;
}

/**
 * Cuts a byte stream where one JSON text ends and the next may begin, so that a stream of many files or lines is never
 * in memory as a whole. What follows the last end comes as the last piece. null stands for more than 400 Mi characters
 * without an end: they are not kept.
 */
export async function* readDocuments(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<DocumentPiece | null> {
  const decoder = new TextDecoder();
  const walk: Walk = { depth: 0, inString: false, escaped: false };
  const open = new OpenPiece();
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    const end = lastEnd(walk, text);
    if (end > 0) yield open.take(text.slice(0, end));
    open.add(text.slice(end));
  }
  yield open.take(decoder.decode());
}

class OpenPiece {
  #parts: string[] = [];
  #length = 0;
  #position = 0;

  add(text: string): void {
    this.#length += text.length;
    if (this.#length > LONGEST) this.#parts = [];
    else this.#parts.push(text);
  }

  take(end: string): DocumentPiece | null {
    this.add(end);
    const isKept = this.#length <= LONGEST;
    const piece = isKept ? { text: this.#parts.join(""), position: this.#position } : null;
    this.#position += this.#length;
    this.#parts = [];
    this.#length = 0;
    return piece;
  }
}

interface Walk {
  depth: number;
  inString: boolean;
  escaped: boolean;
}

/** Walks on through `text`; gives the index behind the last end of a JSON text or of a line between two, or 0. */
function lastEnd(walk: Walk, text: string): number {
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (walk.inString) walkString(walk, code);
    else if (code === QUOTE) walk.inString = walk.depth > 0;
    else if (isOpen(code)) walk.depth++;
    else if (isClose(code) || code === LINE_FEED) {
      if (code !== LINE_FEED) walk.depth = Math.max(0, walk.depth - 1);
      if (walk.depth === 0) end = at + 1;
    }
  }
  return end;
}

function walkString(walk: Walk, code: number): void {
  if (walk.escaped) walk.escaped = false;
  else if (code === BACKSLASH) walk.escaped = true;
  else if (code === QUOTE) walk.inString = false;
}

const isOpen = (code: number) => code === 123 || code === 91;
const isClose = (code: number) => code === 125 || code === 93;

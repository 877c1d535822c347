import { isEmail } from "../correlate/caller-class";
import { arnAt } from "./arn-at";
import { decodedView } from "./decoded-view";
import { maskTokens } from "./mask-tokens";
import { KnownNames } from "./known-names";
import { lowerEach } from "./name-trie";
import { shapeAt } from "./shape-at";
import type { Cover, ValueKind } from "./value-kind";
import { beginsRun, mayBegin, runEnd } from "./word-run";

/** Whose name a text is; null = it is any text, with names in it. */
export interface TextRole {
  readonly kind: ValueKind | null;
  /** A directory tells it. */
  readonly isListed: boolean;
}

export const ANY_TEXT: TextRole = { kind: null, isListed: false };

interface Scan {
  readonly text: string;
  readonly lower: string;
  readonly role: TextRole;
}

interface Span {
  readonly end: number;
  readonly replacement: string;
}

/** Covers texts and learns each name that it covers, so that it is found in later texts too. */
export class TextCover {
  readonly #names: KnownNames;
  readonly #cover: Cover;
  /** Texts as they come out with the names that are known by now. */
  readonly #known = new Map<string, string>();

  constructor(cover: Cover) {
    this.#cover = cover;
    this.#names = new KnownNames(cover);
  }

  /** Linear in the text. */
  text(source: string, role: TextRole): string {
    const key = `${role.kind} ${role.isListed} ${source}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const text = this.#coverText(source, role);
    if (source.length <= LONGEST_KNOWN) this.#known.set(key, text);
    return text;
  }

  /** The whole text as one name, blanks and all. */
  whole(source: string, role: TextRole): string {
    const { kind, isListed } = role;
    const isOne = isListed || /\s/.test(source.trim());
    const replacement = kind !== null && isOne ? this.#cover.named(kind, source, isListed) : null;
    if (kind === null || replacement === null) return this.text(source, role);
    this.#learn(kind, source, replacement);
    return replacement;
  }

  #coverText(source: string, role: TextRole): string {
    const view = decodedView(source);
    const masked = maskTokens(view.text);
    if (masked !== view.text) return this.#coverText(masked, role);
    const scan = { text: view.text, lower: lowerEach(view.text), role };
    let out = "";
    let done = 0;
    for (const [start, { end, replacement }] of this.#spans(scan)) {
      const [from, to] = [view.sourceOf(start), view.sourceOf(end)];
      const isEscaped = source.slice(from, to).includes("%");
      out += source.slice(done, from) + (isEscaped ? encodeURIComponent(replacement) : replacement);
      done = to;
    }
    return out + source.slice(done);
  }

  *#spans(scan: Scan): Generator<readonly [number, Span]> {
    let at = 0;
    while (at < scan.text.length) {
      const span = mayBegin(scan.text, at) ? this.#spanAt(scan, at) : null;
      if (span !== null) yield [at, span];
      at = span?.end ?? at + 1;
    }
  }

  #spanAt(scan: Scan, at: number): Span | null {
    const arn = this.#arnSpan(scan.text, at);
    if (arn !== null) return arn;
    return (beginsRun(scan.text, at) ? this.#runSpan(scan, at) : null) ?? this.#wordSpan(scan, at);
  }

  #arnSpan(text: string, at: number): Span | null {
    const arn = arnAt(text, at);
    if (arn === null) return null;
    const pieces = arn.pieces.map((piece) =>
      piece.kind === null ? piece.text : this.text(piece.text, { kind: piece.kind, isListed: false }),
    );
    return { end: arn.end, replacement: pieces.join("") };
  }

  /** An e-mail address, an id that stays, or the name of the field. */
  #runSpan({ text, lower, role }: Scan, at: number): Span | null {
    const end = runEnd(text, at);
    const run = text.slice(at, end);
    if (isEmail(run)) return this.#asSpan("person", run, end, this.#cover.shaped("person", run));
    if (run === "") return null;
    if (this.#cover.keeps(run)) return { end, replacement: run };
    if (role.kind === null) return UUID.test(run) ? { end, replacement: run } : null;
    const known = this.#names.longestAt(lower, at);
    if (known !== null && known.end >= end) return known;
    const shape = shapeAt(text, at);
    // A node's name goes on behind its address.
    if (shape !== null && (shape.end >= end || shape.kind === "node")) return null;
    return this.#asSpan(role.kind, run, end, this.#cover.named(role.kind, run, role.isListed));
  }

  #wordSpan({ text, lower }: Scan, at: number): Span | null {
    const shape = shapeAt(text, at);
    const covered = shape && this.#cover.shaped(shape.kind, shape.value);
    if (shape && covered) return this.#asSpan(shape.kind, shape.value, shape.end, covered);
    return this.#names.longestAt(lower, at);
  }

  #asSpan(kind: ValueKind, value: string, end: number, replacement: string | null): Span | null {
    if (replacement === null) return null;
    this.#learn(kind, value, replacement);
    return { end, replacement };
  }

  #learn(kind: ValueKind, value: string, replacement: string): void {
    if (this.#names.learn(kind, value, replacement)) this.#known.clear();
  }
}

const LONGEST_KNOWN = 512;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

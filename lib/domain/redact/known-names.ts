import { decodedView } from "./decoded-view";
import { createNameTrie, type Found, type NameTrie } from "./name-trie";
import type { Cover, ValueKind } from "./value-kind";

/** The names that were covered, in every spelling that is known of them. */
export class KnownNames {
  readonly #names: NameTrie = createNameTrie();
  readonly #cover: Cover;

  constructor(cover: Cover) {
    this.#cover = cover;
  }

  /** Whether that changes anything. */
  learn(kind: ValueKind, value: string, replacement: string): boolean {
    let isNew = false;
    for (const name of spellings(value)) isNew = this.#names.add(name, replacement) || isNew;
    // An address tells whose name its other spellings are; they alone did not.
    for (const [other, instead] of this.#cover.variants(kind, value))
      for (const name of spellings(other)) isNew = this.#names.put(name, instead) || isNew;
    return isNew;
  }

  /** See NameTrie. */
  longestAt(text: string, at: number): Found | null {
    return this.#names.longestAt(text, at);
  }
}

/** As it stands, as forms send blanks, and as links spell letters beyond ASCII. */
function spellings(name: string): string[] {
  const inLinks = /\p{Surrogate}/u.test(name) ? name : decodedView(encodeURIComponent(name)).text;
  return [name, name.replaceAll(" ", "+"), inLinks];
}

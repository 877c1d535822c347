/** Names with what replaces them; found in a text in any case, the longest first. */
export interface NameTrie {
  /** Unless the name is known. Whether that changes anything, as `put` also says. */
  add(name: string, replacement: string): boolean;
  /** Even if it is. */
  put(name: string, replacement: string): boolean;
  /** The longest name that begins at `at` of a text in lower case (`lowerEach`) and ends where a word ends. */
  longestAt(text: string, at: number): Found | null;
}

export interface Found {
  readonly end: number;
  readonly replacement: string;
}

interface Node {
  readonly next: Map<number, Node>;
  replacement: string | null;
}

/** No more of a name is compared, so that searching stays linear in the text. Names in AWS have 64 letters. */
const LONGEST = 256;
const SHORTEST = 3;

export function createNameTrie(): NameTrie {
  const root = createNode();
  return {
    add: (name, replacement) => {
      const node = reach(root, name);
      return node !== null && node.replacement === null && set(node, replacement);
    },
    put: (name, replacement) => {
      const node = reach(root, name);
      return node !== null && node.replacement !== replacement && set(node, replacement);
    },
    longestAt: (text, at) => longestFrom(root, text, at),
  };
}

function set(node: Node, replacement: string): true {
  node.replacement = replacement;
  return true;
}

function longestFrom(root: Node, text: string, at: number): Found | null {
  let found: Found | null = null;
  let node: Node | undefined = root;
  for (let end = at; end <= text.length && node !== undefined; end++) {
    const { replacement } = node;
    const isCut = end - at === LONGEST;
    if (replacement !== null && (isCut || isBoundary(text, end)))
      found = { end: isCut ? wordsEnd(text, end) : end, replacement };
    node = node.next.get(text.charCodeAt(end));
  }
  return found;
}

/** null: it is so short that it would be found in every second word. */
function reach(root: Node, name: string): Node | null {
  if (name.length < SHORTEST) return null;
  const letters = lowerEach(name).slice(0, LONGEST);
  let node = root;
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i);
    const next = node.next.get(code) ?? createNode();
    node.next.set(code, next);
    node = next;
  }
  return node;
}

function createNode(): Node {
  return { next: new Map(), replacement: null };
}

/** Lower case letter by letter, so that places stay what they are. */
export function lowerEach(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  const units = Array.from(text, (letter) => [letter, letter.toLowerCase()] as const);
  return units.map(([letter, small]) => (small.length === letter.length ? small : letter)).join("");
}

/** Whether a word may begin or end here: not between two letters or digits. */
export function isBoundary(text: string, at: number): boolean {
  return !isWord(text.charCodeAt(at - 1)) || !isWord(text.charCodeAt(at));
}

/** A letter or digit; all letters beyond ASCII count. */
export function isWord(code: number): boolean {
  if (code > 127) return true;
  const isDigit = code >= 48 && code <= 57;
  return isDigit || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function wordsEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/[\s"'<>]/.test(text.charAt(end))) end++;
  return end;
}

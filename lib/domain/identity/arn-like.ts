export type ArnLikeResult =
  | { readonly ok: true; readonly match: boolean }
  | { readonly ok: false; readonly error: string };

type Sections = readonly string[];

const SECTIONS = 6;
/** The wildcards stand for any character but this one. */
const LINE_FEED = "\n";

/**
 * The authenticator's `arnLike`: both texts are cut at their first five colons and compared section by section. In the
 * pattern `*` stands for any run and `?` for zero or one character (IAM's `?` is exactly one); errors are the
 * authenticator's. Time is bounded by the product of the lengths, whatever the pattern (facts: authenticator §3).
 */
export function arnLike(arn: string, pattern: string): ArnLikeResult {
  const values = sectionsOf(arn);
  if (typeof values === "string") return { ok: false, error: `could not parse input arn: ${values}` };
  const patterns = sectionsOf(pattern);
  if (typeof patterns === "string") {
    return { ok: false, error: `could not parse ArnLike string: ${patterns}` };
  }
  return { ok: true, match: patterns.every((part, i) => matches([...(values[i] ?? "")], part)) };
}

/** The Go regular expression the authenticator builds of one pattern section. */
export function quoteArnPattern(pattern: string): string {
  let quoted = "";
  for (const char of pattern) {
    if (char === "*" || char === "?") quoted += `.${char}`;
    else quoted += "\\.+()|[]{}^$".includes(char) ? `\\${char}` : char;
  }
  return quoted;
}

/** The six sections, or what is wrong. */
function sectionsOf(arn: string): Sections | "invalid prefix" | "not enough sections" {
  if (!arn.startsWith("arn:")) return "invalid prefix";
  const parts = arn.split(":");
  if (parts.length < SECTIONS) return "not enough sections";
  return [...parts.slice(0, SECTIONS - 1), parts.slice(SECTIONS - 1).join(":")];
}

/** `reach[i]`: the pattern read so far can end before character i. */
function matches(value: readonly string[], pattern: string): boolean {
  let reach = value.map(() => false);
  reach.unshift(true);
  for (const char of pattern) reach = step(reach, char, value);
  return reach[value.length] === true;
}

function step(reach: readonly boolean[], char: string, value: readonly string[]): boolean[] {
  const next: boolean[] = [];
  for (let i = 0; i < reach.length; i++) {
    const here = reach[i] === true;
    const last = i > 0 ? value[i - 1] : LINE_FEED;
    const wild = last !== LINE_FEED;
    if (char === "*") next.push(here || (wild && next[i - 1] === true));
    else if (char === "?") next.push(here || (wild && reach[i - 1] === true));
    else next.push(i > 0 && last === char && reach[i - 1] === true);
  }
  return next;
}

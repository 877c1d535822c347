export type ArnLikeResult =
  | { readonly ok: true; readonly match: boolean }
  | { readonly ok: false; readonly error: string };

/**
 * The authenticator's `arnLike`: both are split at their first five colons and compared section by section. In the
 * pattern `*` stands for any run and `?` for zero or one character (IAM's `?` is exactly one). Time grows with
 * the product of the lengths, never exponentially (facts: authenticator §3).
 */
export function arnLike(arn: string, pattern: string): ArnLikeResult {
  const values = sectionsOf(arn);
  if (values === null) return { ok: false, error: `arn '${arn}' is invalid: '${problemOf(arn)}'` };
  const patterns = sectionsOf(pattern);
  if (patterns === null) return { ok: false, error: `arn '${pattern}' is invalid: '${problemOf(pattern)}'` };
  return { ok: true, match: patterns.every((part, i) => matches(values[i] ?? "", part)) };
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

function sectionsOf(arn: string): string[] | null {
  if (!arn.startsWith("arn:")) return null;
  const parts = arn.split(":");
  return parts.length < 6 ? null : [...parts.slice(0, 5), parts.slice(5).join(":")];
}

function problemOf(arn: string): string {
  return arn.startsWith("arn:") ? "arn: not enough sections" : "arn: invalid prefix";
}

/** `reach[i]` = the pattern read so far can end before character i. */
function matches(value: string, pattern: string): boolean {
  let reach = new Array<boolean>(value.length + 1).fill(false);
  reach[0] = true;
  for (const char of pattern) reach = step(reach, char, value);
  return reach[value.length] === true;
}

function step(reach: readonly boolean[], char: string, value: string): boolean[] {
  const next = new Array<boolean>(reach.length).fill(false);
  for (let i = 0; i < reach.length; i++) {
    const before = i >= char.length && reach[i - char.length] === true;
    if (char === "*") next[i] = reach[i] === true || (i > 0 && next[i - 1] === true);
    else if (char === "?") next[i] = reach[i] === true || before;
    else next[i] = before && value.startsWith(char, i - char.length);
  }
  return next;
}

const LONGEST = 4_096;

/**
 * Where to go after signing in: a plain path of ours, with its query. Whatever could lead elsewhere becomes "/"
 * (facts: security §5 A5).
 */
export function safeReturnTo(asked: string | null): string {
  if (asked === null || asked.length > LONGEST || !isPlainPath(asked)) return "/";
  const base = "https://gatebook.invalid";
  const { origin, pathname, search } = new URL(asked, base);
  // What a browser makes of it must be what stands there.
  return origin === base && `${pathname}${search}` === asked ? asked : "/";
}

/** Only characters that no browser reads otherwise, and no way back to signing in or out. */
function isPlainPath(text: string): boolean {
  if (!/^\/(?![/\\])[\w.~!$&'()*+,;=:@%/?-]*$/.test(text)) return false;
  const path = (text.split("?", 1)[0] ?? "").toLowerCase();
  if (path.includes("//") || path.includes("@") || /%(2f|5c|00|0[0-9a-f]|2e|25)/.test(path)) return false;
  return !/^\/(sign-in|sign-out|api|_next)(\/|$)/.test(path);
}

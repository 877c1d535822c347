const AREAS = "attempts|clusters|identities|incidents|questions|reasons|requests|s|shares";
const OWN = new RegExp(`^/(?:(?:${AREAS})(?:[/?]|$)|\\?|$)`);
const LONGEST_VIEW = 8_192;

/** A path and query of a page of ours, as a browser writes it; null = it is none, or leads elsewhere. */
export function ownView(text: string): string | null {
  if (text.length > LONGEST_VIEW || !OWN.test(text) || /[\\\p{Cc}#]/u.test(text)) return null;
  const [path = ""] = text.split("?", 1);
  if (path.includes("//") || /%(?:2f|5c|00)/i.test(path)) return null;
  try {
    const { origin, pathname, search } = new URL(text, "http://gatebook.invalid");
    const view = `${pathname}${search}`;
    return origin === "http://gatebook.invalid" && OWN.test(view) ? view : null;
  } catch {
    return null;
  }
}

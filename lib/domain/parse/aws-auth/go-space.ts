const SPACES = new Set([
  9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007,
  0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]);

/** Without what Go takes for white space at both ends. */
export function trimGoSpace(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && SPACES.has(text.charCodeAt(from))) from++;
  while (to > from && SPACES.has(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

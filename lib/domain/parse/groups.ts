const NONE: readonly string[] = Object.freeze([]);

/** A list as Go prints it, `[a b]`: a group that holds a blank reads as two (facts: authenticator §1.1). */
export function splitGroups(printed: string): readonly string[] {
  if (printed === "[]" || printed === "") return NONE;
  const bare = printed.startsWith("[") && printed.endsWith("]") ? printed.slice(1, -1) : printed;
  return bare.includes(" ") ? bare.split(" ").filter((group) => group !== "") : [bare];
}

import type { IncomingMessage } from "node:http";

/** A header that stands there once, under any spelling; null where it does not, or is empty. */
export function onlyHeader({ rawHeaders }: Pick<IncomingMessage, "rawHeaders">, name: string): string | null {
  const wanted = plainName(name);
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    if (plainName(rawHeaders[i] ?? "") === wanted) found.push([rawHeaders[i] ?? "", rawHeaders[i + 1] ?? ""]);
  const [first] = found;
  // Some servers take x_user for x-user: one who brings both means to smuggle.
  if (first === undefined || found.length > 1 || first[0].toLowerCase() !== name.toLowerCase()) return null;
  return first[1] === "" ? null : first[1];
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

/** A query with more parameters; those that are null are left out. */
export function queryWith(query: string, extras: Readonly<Record<string, string | number | null>>): string {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(extras)) {
    if (value !== null) params.set(name, String(value));
  }
  return `?${params}`;
}

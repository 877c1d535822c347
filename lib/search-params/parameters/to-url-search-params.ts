/** A page's `searchParams`, as Next hands them over, in the form that everything here reads. */
export function toUrlSearchParams(
  searchParams: Readonly<Record<string, string | string[] | undefined>>,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(searchParams)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, one);
    }
  }
  return params;
}

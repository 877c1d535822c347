/** A name out of a path, where Next leaves it percent-encoded; what cannot be decoded stays as it is. */
export function readPathName(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

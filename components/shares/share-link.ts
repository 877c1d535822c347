/** The secret stands in the fragment, which browsers send to nobody. */
export function shareLink(id: string, secret: string | null): string {
  return `${window.location.origin}/s/${id}${secret === null ? "" : `#${secret}`}`;
}

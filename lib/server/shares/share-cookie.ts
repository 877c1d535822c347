/** Of one share alone; scripts cannot read it, and no other host can set it (facts: security §6). */
export function shareCookie(id: string, secret: string): string {
  return `${nameOf(id)}=${secret}; Path=/; Secure; HttpOnly; SameSite=Strict`;
}

/** null = this browser did not open the share by a secret. */
export function secretOfCookie(request: Request, id: string): string | null {
  const start = `${nameOf(id)}=`;
  const cookies = (request.headers.get("cookie") ?? "").split("; ");
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? null;
}

function nameOf(id: string): string {
  return `__Host-gatebook-share-${id}`;
}

import { ownOrigin } from "../web/own-origin";

/**
 * Sets a cookie of one share alone; scripts cannot read it, and no other host can set it (facts: security §6). Over http,
 * which only this machine speaks, that cannot be had.
 */
export function shareCookie(request: Request, id: string, secret: string): string {
  const only = isSecure(request) ? "; Secure" : "";
  return `${nameOf(request, id)}=${secret}; Path=/${only}; HttpOnly; SameSite=Strict`;
}

/** null = this browser did not open the share by a secret. */
export function secretOfCookie(request: Request, id: string): string | null {
  const start = `${nameOf(request, id)}=`;
  const cookies = (request.headers.get("cookie") ?? "").split("; ");
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? null;
}

function nameOf(request: Request, id: string): string {
  return `${isSecure(request) ? "__Host-" : ""}gatebook-share-${id}`;
}

function isSecure(request: Request): boolean {
  return ownOrigin(request).startsWith("https:");
}

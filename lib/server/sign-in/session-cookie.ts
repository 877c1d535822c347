import type { IncomingHttpHeaders } from "node:http";

/** Which cookie, and whether browsers send it over https alone. */
export interface CookieName {
  readonly name: string;
  readonly secure: boolean;
}

/** `__Host-` holds a cookie to this very host and to https; over http, which only this machine speaks, it cannot be had. */
export function cookieNamed(name: string, publicUrl: string): CookieName {
  const secure = publicUrl.startsWith("https:");
  return { name: secure ? `__Host-${name}` : name, secure };
}

/** The value of a cookie; null where there is none, or more than one: then somebody planted one. */
export function readCookie({ cookie = "" }: IncomingHttpHeaders, { name }: CookieName): string | null {
  const values = cookie
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value, another] = values;
  return value === undefined || another !== undefined || !/^[\w-]{43}$/.test(value) ? null : value;
}

/** A Set-Cookie for `maxAgeS` seconds; 0 takes the cookie away. Lax: coming back from the provider must bring it. */
export function printCookie({ name, secure }: CookieName, value: string, maxAgeS: number): string {
  const only = secure ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${only}`;
}

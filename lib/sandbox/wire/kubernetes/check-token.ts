import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Principal, Principals } from "../principals";

/** What a token is checked with. */
export interface TokenChecking {
  readonly principals: Principals;
  /** Its name is signed, and stands nowhere in the token. */
  readonly cluster: string;
  readonly nowMs: number;
}

const PREFIX = "k8s-aws-v1.";
const LONGEST = 4_096;
const HOST = /^sts\.([a-z0-9-]+)\.amazonaws\.com$/;
const ALLOWED: ReadonlySet<string> = new Set([
  "Action",
  "Version",
  "X-Amz-Algorithm",
  "X-Amz-Credential",
  "X-Amz-Date",
  "X-Amz-Expires",
  "X-Amz-Security-Token",
  "X-Amz-SignedHeaders",
  "X-Amz-Signature",
]);
const GOOD_FOR_MS = 15 * 60_000;

/**
 * Whose token it is; null = it is not good. As the authenticator and STS check it together: its form, its age, and its
 * signature over the cluster's name (facts: authenticator §2, §5).
 */
export function checkToken(token: string, { principals, cluster, nowMs }: TokenChecking): Principal | null {
  const url =
    token.length <= LONGEST && token.startsWith(PREFIX) ? readUrl(token.slice(PREFIX.length)) : null;
  const region = url === null ? undefined : HOST.exec(url.host)?.[1];
  if (url === null || region === undefined || !isWellFormed(url)) return null;
  const { searchParams: asked } = url;
  const signedMs = readTime(asked.get("X-Amz-Date") ?? "");
  if (signedMs === null || nowMs - signedMs > GOOD_FOR_MS || signedMs - nowMs > GOOD_FOR_MS) return null;
  const [accessKeyId = "", ...scope] = (asked.get("X-Amz-Credential") ?? "").split("/");
  const owner = principals.byAccessKey(accessKeyId);
  const isOver = owner?.expiresMs != null && owner.expiresMs <= nowMs;
  if (owner === null || isOver || scope[1] !== region) return null;
  const signature = signatureOf(url, { scope, cluster, secret: owner.secretAccessKey });
  return isSame(signature, asked.get("X-Amz-Signature") ?? "") ? owner : null;
}

function readUrl(encoded: string): URL | null {
  if (!/^[\w-]+$/.test(encoded)) return null;
  const text = Buffer.from(encoded, "base64url").toString("utf8");
  return URL.canParse(text) ? new URL(text) : null;
}

function isWellFormed({ protocol, pathname, searchParams }: URL): boolean {
  const names = [...searchParams.keys()];
  return (
    protocol === "https:" &&
    pathname === "/" &&
    names.every((name) => ALLOWED.has(name)) &&
    new Set(names).size === names.length &&
    searchParams.get("Action") === "GetCallerIdentity" &&
    (searchParams.get("X-Amz-SignedHeaders") ?? "").split(";").includes("x-k8s-aws-id") &&
    Number(searchParams.get("X-Amz-Expires")) <= 900
  );
}

/** `20261125T100000Z` */
function readTime(text: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return null;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

interface Signing {
  /** Date, Region, service, `aws4_request`. */
  readonly scope: readonly string[];
  readonly cluster: string;
  readonly secret: string;
}

/** Signature Version 4 of a pre-signed GET. Source: IAM User Guide, "Create a signed AWS API request". */
function signatureOf({ host, searchParams }: URL, { scope, cluster, secret }: Signing): string {
  const query = [...searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const headers = `host:${host}\nx-k8s-aws-id:${cluster}\n`;
  const request = ["GET", "/", query, headers, "host;x-k8s-aws-id", sha256("")].join("\n");
  const date = searchParams.get("X-Amz-Date") ?? "";
  const text = ["AWS4-HMAC-SHA256", date, scope.join("/"), sha256(request)].join("\n");
  const key = scope.reduce<Buffer | string>((secretKey, part) => hmac(secretKey, part), `AWS4${secret}`);
  return hmac(key, text).toString("hex");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

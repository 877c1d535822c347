/**
 * Where people reach us: by the scheme of the configured address, which the front server sets and nobody else can, and by
 * the host, which it has checked (facts: security §2.4).
 */
export function ownOrigin({ headers }: Pick<Request, "headers">): string {
  const scheme = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${headers.get("host") ?? "127.0.0.1"}`;
}

import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sized } from "@/lib/testing/full-size";
import { newShareSecret, opensBySecret } from "./share-secret";

const NOW = Date.UTC(2026, 10, 27);
const DAY_MS = 86_400_000;
const { secret, link } = newShareSecret(NOW, 24);

describe("the secret of a link", () => {
  it("opens until it expires, and is not kept", () => {
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(link)).not.toContain(secret);
    expect([0, DAY_MS - 1, DAY_MS, DAY_MS * 400].map((ms) => opensBySecret(link, secret, NOW + ms))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("lasts 30 days at most, an hour at least", () => {
    expect(newShareSecret(NOW, 1e9).link.expiresMs).toBe(NOW + 30 * DAY_MS);
    expect(newShareSecret(NOW, -1).link.expiresMs).toBe(NOW + 3_600_000);
  });

  it.each([
    [""],
    [":key"],
    [":id"],
    ["%3Akey"],
    [secret.slice(0, 1)],
    [secret.slice(0, 42)],
    [`${secret}A`],
    [` ${secret}`],
    [`${secret}\n`],
    [`${secret}=`],
    [secret.toUpperCase()],
    [link.secretSha256],
    [null],
    [undefined],
    [0],
    [[secret]],
    [{ toString: () => secret }],
    ["0".repeat(64)],
    ["\u0000"],
    ["x".repeat(1_000_000)],
  ])("opens by nothing else (%#)", (given) => {
    expect(opensBySecret(link, given, NOW)).toBe(false);
    expect(opensBySecret(null, given, NOW)).toBe(false);
  });

  it("is not hit by random ones, a million of them in full size", () => {
    let hits = 0;
    for (let i = 0; i < sized(50_000, 1_000_000); i++)
      if (opensBySecret(link, randomBytes(32).toString("base64url"), NOW)) hits++;
    expect(hits).toBe(0);
  }, 600_000);
});

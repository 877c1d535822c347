import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacSha256 } from "./hmac-sha-256";

/** RFC 4231, as far as its keys are text. */
describe("HMAC with SHA-256", () => {
  it.each([
    ["\u000b".repeat(20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
    [
      "Jefe",
      "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ],
  ])("under %j", (key, text, digest) => {
    expect(hmacSha256(key, text)).toBe(digest);
  });

  it("is Node's, for keys shorter and longer than a block", () => {
    const anyText = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(anyText, anyText, (key, text) => {
        expect(hmacSha256(key, text)).toBe(createHmac("sha256", key).update(text).digest("hex"));
      }),
    );
  });
});

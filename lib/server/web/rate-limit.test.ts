import { describe, expect, it } from "vitest";
import { tryKey } from "../sign-in/limit-tries";
import { createRateLimit } from "./rate-limit";

describe("a limit of tries", () => {
  it("lets ten in any minute through, of each key by itself, and says when the next may come", () => {
    let now = 0;
    const limit = createRateLimit({ most: 10, perMs: 60_000, now: () => now });
    for (let second = 0; second < 10; second++) {
      now = second * 1_000;
      expect(limit.take("a")).toBeNull();
    }
    expect([limit.take("a"), limit.take("b")]).toEqual([51, null]);
    now = 60_000;
    expect([limit.take("a"), limit.take("a")]).toEqual([null, 1]);
  });

  it("forgets who has been away longest when there are very many", () => {
    const limit = createRateLimit({ most: 1, perMs: 60_000, now: () => 0 });
    for (let key = 0; key <= 50_000; key++) expect(limit.take(String(key))).toBeNull();
    expect([limit.take("0"), limit.take("50000")]).toEqual([null, 60]);
  });

  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
    ["2001:db8::6", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    [null, "unknown"],
  ])("takes %s for %s", (peer, key) => expect(tryKey(peer)).toBe(key));
});

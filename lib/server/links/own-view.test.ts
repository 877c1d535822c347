import { describe, expect, it } from "vitest";
import { ownView } from "./own-view";

describe("a view of ours", () => {
  it.each([
    "/",
    "/?range=24h",
    "/attempts?v=1&q=%2F%2Fx",
    "/attempts/a%3Ab",
    "/questions/cut-off?who=x",
    "/s/0a",
  ])("is %s", (view) => {
    expect(ownView(view)).toBe(view);
  });

  it.each([
    ...[
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "https://evil.example/attempts",
    ],
    ...[
      "/attempts//evil.example",
      "/%2f%2fevil.example",
      "/attempts/%2F..",
      "/%5cevil.example",
      "javascript:alert(1)",
    ],
    ...[
      "/attempts\r\nset-cookie: a=b",
      "/\tattempts",
      "/attempts#x",
      "",
      "attempts",
      " /attempts",
      "/api/v1/views",
    ],
    ...[
      "/attempts/../api/v1/views",
      "/attempts/..//evil.example",
      "/attemptsx",
      "/l/0a",
      "/sign-out",
      "/@evil.example",
    ],
    ...["/.evil.example", "/attempts/%00", `/attempts?${"x".repeat(9_000)}`],
  ])("is not %j", (view) => {
    expect(ownView(view)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { safeReturnTo } from "./return-to";

const STARTS = [
  "//",
  "///",
  "////",
  "/\\",
  "\\",
  "\\\\",
  "\\/",
  "/\t/",
  "/\n/",
  "/\r/",
  "\t//",
  " //",
  "/ /",
  "/./",
  "/../",
  "/.//",
  "/..//",
  "/x//",
  "/%2f",
  "/%2F",
  "/%5c",
  "/%5C",
  "/%09/",
  "/%0d%0a/",
  "/%00/",
  "/%2e%2e/",
  "/%252f",
  "http://",
  "https://",
  "HTTPS://",
  "http:/",
  "https:",
  "https:\\",
  "javascript:",
  "JaVaScRiPt:",
  "java\tscript:",
  "data:text/html,",
  "vbscript:",
  "blob:",
  "file:///",
  "ftp://",
  "ws://",
  "mailto:",
  "about:",
  "view-source:",
  "@",
  "/@",
  "/x@",
  ":",
  "?",
  "#",
  "/#",
  ";",
  "/\u2028/",
  "\u2028//",
  "/\u3000/",
  "\u00a0//",
  "/\uff0f",
  "\uff0f\uff0f",
  "/\u2215",
  "/%e2%80%a8/",
  "//%2f",
  "/\u0000/",
  "\u0000//",
  "/;@",
  "/<",
  '/"',
  "/{",
  "/|",
  "/^",
  "/`",
  "/%",
  "/[",
];
const ENDS = [
  "evil.example",
  "evil.example/x",
  "evil.example?x=/attempts",
  "user:pass@evil.example",
  "evil.example#/attempts",
  "127.0.0.1@evil.example",
  "evil%2eexample",
  "[::1]/",
];
const OWN_TRAPS = [
  "/sign-out",
  "/sign-in",
  "/sign-in/start",
  "/sign-in/callback?code=x",
  "/SIGN-OUT",
  "/api/v1/export",
  "/_next/static/x.js",
  "/api",
  "",
  "x",
  ".",
  "..",
  "attempts",
  null,
];

describe("where to go after signing in", () => {
  const hostile = STARTS.flatMap((start) => ENDS.map((end) => `${start}${end}`));

  it(`leads elsewhere by none of ${hostile.length} addresses`, () => {
    expect(hostile.length).toBeGreaterThanOrEqual(500);
    const base = "https://gatebook.example.com";
    const elsewhere = hostile.filter((url) => {
      const to = safeReturnTo(url);
      const there = new URL(to, base);
      return there.origin !== base || /^[/\\]{2}/.test(to) || /evil/.test(there.host) || to.includes("//");
    });
    expect(elsewhere).toEqual([]);
  });

  it.each(OWN_TRAPS)("is the first page instead of %j", (url) => {
    expect(safeReturnTo(url)).toBe("/");
  });

  it.each([
    "/",
    "/attempts",
    "/attempts?q=alice%40example.com&range=24h&v=1",
    "/attempts/01HX/x?tab=raw",
    "/clusters/prod-1/what-if?who=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fteam%2FDev",
    "/s/abc",
  ])("is %s where that was asked", (url) => {
    expect(safeReturnTo(url)).toBe(url);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findRule } from "./find-rule";
import { ROUTE_RULES } from "./route-rules";

const app = join(import.meta.dirname, "../../../app");

/** What the folders serve: each path with its methods. */
function servedPaths(): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
    .flatMap((file) => {
      const folder = dirname(file) === "." ? "" : dirname(file);
      const path = `/${folder}`.replace(/\/\([^)]*\)/g, "") || "/";
      return methodsOf(file).map((method) => `${method} ${path}`);
    });
}

function methodsOf(file: string): string[] {
  if (file.endsWith("page.tsx")) return ["GET"];
  const text = readFileSync(join(app, file), "utf8");
  return [...text.matchAll(/export (?:async )?(?:function|const) ([A-Z]+)\b/g)].map(
    ([, method = ""]) => method,
  );
}

describe("the rules of pages and routes", () => {
  it("name every page and route there is, and no other", () => {
    const ruled = ROUTE_RULES.flatMap(({ path, GET, POST }) => [
      ...(GET === undefined ? [] : [`GET ${path}`]),
      ...(POST === undefined ? [] : [`POST ${path}`]),
    ]);
    expect(ruled.sort()).toEqual(servedPaths().sort());
  });

  it("name each path once", () => {
    expect(new Set(ROUTE_RULES.map(({ path }) => path)).size).toBe(ROUTE_RULES.length);
  });

  it.each([
    ["/", "GET", "viewer"],
    ["/attempts/abc", "HEAD", "viewer"],
    ["/api/v1/attempts/export", "GET", "auditor"],
    ["/api/v1/attempts/other", "GET", "viewer"],
    ["/identities/arn/arn:aws:iam::111122223333:role/team/Dev", "GET", "viewer"],
    ["/admin/sessions", "GET", "admin"],
    ["/api/v1/sessions", "POST", "admin"],
    ["/api/v1/attempts", "POST", null],
    ["/api/v1/views", "PUT", null],
    ["/identities/arn", "GET", null],
    ["/attempts/", "GET", null],
    ["/api/v1/attempts/expor%74", "GET", null],
    ["/attempts/%", "GET", null],
    ["/attempts/a%20b", "GET", "viewer"],
    ["/attempts//", "GET", null],
    ["/Attempts", "GET", null],
    ["/attempts/abc.rsc", "GET", null],
    ["/attempts/x.segments/y.segment.rsc", "GET", null],
    ["/_next/image", "GET", null],
    ["", "GET", null],
    ["/__proto__", "GET", null],
    ["/attempts/a/b", "GET", null],
  ])("%s by %s needs %s", (path, method, least) => expect(findRule(path, method)).toBe(least));
});

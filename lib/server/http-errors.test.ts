import { afterEach, describe, expect, it, vi } from "vitest";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import { NotAllowed } from "@/lib/ports/not-allowed";
import { respondWith } from "./http-errors";

const INNER = "Catalog Error: Table secret_table does not exist in /var/lib/gatebook/events.duckdb";

/** What the program writes to standard error meanwhile. */
function listen() {
  const written: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => written.push(String(line)) > 0);
  return written;
}

describe("an answer that failed", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each<[string, unknown]>([
    ["an error", Object.assign(new Error(INNER), { code: "ENOENT", path: "/var/lib/gatebook" })],
    ["an error of a kind of its own", new (class StoreBroken extends TypeError {})(INNER)],
    ["something thrown that is no error", { message: INNER }],
    ["a text", INNER],
    ["nothing", undefined],
  ])("says nothing of %s that nobody foresaw, and the log says it", async (_what, thrown) => {
    const written = listen();
    const response = await respondWith(() => Promise.reject(thrown));
    expect([response.status, await response.json()]).toEqual([
      500,
      { error: { code: "internal", message: "Something went wrong in Gatebook; its log says what." } },
    ]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(written).toHaveLength(1);
    expect(written[0]).toContain("A question failed");
    if (thrown instanceof Error) expect(written[0]).toContain("secret_table");
  });

  it("tells who may not from who is not known, and no more", async () => {
    const statusOf = async (error: Error) => (await respondWith(() => Promise.reject(error))).status;
    expect(await statusOf(new NotAllowed("sign-in", "Sign in first."))).toBe(401);
    expect(await statusOf(new NotAllowed("auditor", "This needs the role auditor."))).toBe(403);
  });

  it("names a parameter that cannot be", async () => {
    const response = await respondWith(() =>
      Promise.reject(new InvalidQuery("cursor", "is of another list")),
    );
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        error: {
          code: "invalid-parameter",
          message: 'Parameter "cursor" is of another list.',
          parameter: "cursor",
        },
      },
    ]);
  });
});

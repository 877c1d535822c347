import { type IncomingHttpHeaders, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillRoute, routesOfFolders } from "@/lib/testing/routes-of-folders";
import { type RunningFront, startFront } from "@/lib/testing/start-front";

const SECRET = "s".repeat(32);
const PERSON = {
  "x-gatebook-proxy-secret": SECRET,
  "x-forwarded-user": "alice",
  "x-forwarded-groups": "dev",
};
/** What servers give away by mistake. */
const FILES = [
  "/.git/config",
  "/.git/HEAD",
  "/.env",
  "/.next/BUILD_ID",
  "/package.json",
  "/next.config.js",
  "/lib/server/config.ts",
  "/views.json",
  "/audit.jsonl",
  "/events.duckdb",
  "/_next/static/",
  "/_next/static",
  "/server-status",
  "/debug/pprof",
  "/robots.txt",
];
const OWN = ["/sign-in", "/livez", "/metrics", "/icon.svg", "/_next/static/chunks/a.js", ...FILES];

interface Answer {
  readonly path: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe("every answer", () => {
  let front: RunningFront;
  const answers: Answer[] = [];

  const ask = (path: string, headers: Readonly<Record<string, string>>) =>
    new Promise<Answer>((resolve, reject) => {
      const own = { host: "gatebook.example.com", ...headers };
      request({ host: "127.0.0.1", port: front.port, path, headers: own }, (answer) => {
        let body = "";
        answer.on("data", (chunk) => {
          body += chunk;
        });
        answer.on("end", () =>
          resolve({ path, status: answer.statusCode ?? 0, headers: answer.headers, body }),
        );
      })
        .on("error", reject)
        .end();
    });

  beforeAll(async () => {
    process.env.GATEBOOK_TEST_ANSWERS = SECRET;
    front = await startFront({
      signIn: () => ({
        mode: "header",
        publicUrl: "https://gatebook.example.com",
        trustedProxies: ["127.0.0.1"],
        secret: { kind: "variable", name: "GATEBOOK_TEST_ANSWERS" },
        secretHeader: "x-gatebook-proxy-secret",
        allowsAnyoneLinks: false,
        userHeader: "x-forwarded-user",
        groupsHeader: "x-forwarded-groups",
        rules: [{ group: "dev", role: "viewer", clusters: "all" }],
      }),
    });
    for (const path of [...routesOfFolders().map(fillRoute), ...OWN])
      for (const who of [{}, PERSON, { ...PERSON, host: "evil.example" }, { ...PERSON, "next-action": "x" }])
        answers.push(await ask(path, who));
  });
  afterAll(() => front.close());

  const without = (isFine: (answer: Answer) => boolean) =>
    answers.filter((answer) => !isFine(answer)).map(({ path, status }) => `${status} ${path}`);

  it("is of one of many kinds", () => {
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 303, 401, 403, 404, 421]);
    expect(answers.length).toBeGreaterThan(300);
  });

  it.each<[string, string | RegExp]>([
    ["content-security-policy", /(^|; )default-src 'none'(;|$)/],
    ["content-security-policy", /(^|; )frame-ancestors 'none'(;|$)/],
    ["content-security-policy", /(^|; )object-src 'none'(;|$)/],
    ["content-security-policy", /(^|; )base-uri 'none'(;|$)/],
    ["content-security-policy", /(^|; )form-action 'self'(;|$)/],
    ["content-security-policy", /(^|; )script-src 'nonce-[\w+/]{24}' 'strict-dynamic'(;|$)/],
    ["x-frame-options", "DENY"],
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "no-referrer"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    ["strict-transport-security", "max-age=63072000; includeSubDomains"],
    ["x-robots-tag", "noindex, nofollow"],
  ])("has %s: %s", (name, value) => {
    const isFine = (text: string) => (typeof value === "string" ? text === value : value.test(text));
    expect(without(({ headers }) => isFine(String(headers[name] ?? "")))).toEqual([]);
  });

  it("is kept by nobody, but the icon and what Next says of its own files", () => {
    const mayBeKept = /^\/(icon\.svg|_next\/static\/.)/;
    const kept = without(({ headers }) => headers["cache-control"] === "no-store");
    expect(kept.filter((line) => !mayBeKept.test(line.slice(4)))).toEqual([]);
    expect(kept.length).toBeGreaterThan(0);
  });

  it("is for no other origin, and names neither server nor framework", () => {
    for (const name of ["access-control-allow-origin", "server", "x-powered-by", "via"])
      expect(without(({ headers }) => headers[name] === undefined)).toEqual([]);
  });

  it("says of what it holds how it is to be read, where the front server says it itself", () => {
    const typed = /^(text\/(plain|html); charset=utf-8|application\/json)$/;
    const own = answers.filter(({ body, status }) => body !== "" && status !== 200);
    expect(own.length).toBeGreaterThan(50);
    expect(own.filter(({ headers }) => !typed.test(String(headers["content-type"])))).toEqual([]);
  });

  it("is noted where somebody may not have it, with who that is; of strangers nothing is known", () => {
    expect(front.notes).toContainEqual(
      expect.objectContaining({
        deed: "access-refused",
        target: "/api/v1/admin/audit",
        outcome: "refused",
        peer: "127.0.0.1",
        viewer: expect.objectContaining({ id: "header|alice", role: "viewer" }),
      }),
    );
    const others = front.notes.filter(
      ({ deed, viewer }) => deed !== "access-refused" || viewer.kind !== "person",
    );
    expect(others).toEqual([]);
  });

  it("gives strangers none of the program's or the data folder's files, and nobody a list of them", async () => {
    for (const path of FILES) {
      expect([path, (await ask(path, {})).status]).toEqual([path, 404]);
      const { body } = await ask(path, PERSON);
      // Handed on, if at all, as a page that is not there.
      expect(body).not.toMatch(/gatebook-|duckdb|\[core\]/);
    }
  });
});

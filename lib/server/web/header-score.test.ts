import { afterAll, beforeAll, expect, it } from "vitest";
import { sendRaw } from "@/lib/testing/send-raw";
import { type RunningFront, startFront } from "@/lib/testing/start-front";

const SECRET = "s".repeat(32);

interface Seen {
  readonly headers: Headers;
  readonly csp: ReadonlyMap<string, readonly string[]>;
}

/**
 * The rules of the HTTP Observatory that an answer's own headers decide, each with its points: a penalty, or a bonus that
 * counts from 90 points on. Redirection and integrity of scripts are 0 here: all is of one origin, and http is not served.
 */
const RULES: readonly ((seen: Seen) => number)[] = [
  ({ csp }) => {
    const sources = [...csp].flatMap(([name, values]) => (/src|^default/.test(name) ? values : []));
    if (sources.some((source) => /^'unsafe-(inline|eval)'$|^http:|^\*$/.test(source))) return -20;
    return csp.get("default-src")?.join() === "'none'" ? 10 : 5;
  },
  ({ headers }) => {
    const cookies = headers.getSetCookie();
    if (cookies.length === 0) return 0;
    const isSafe = cookies.every((cookie) => /; Secure/.test(cookie) && /; HttpOnly/.test(cookie));
    if (!isSafe) return -40;
    return cookies.every((cookie) => /; SameSite=(Lax|Strict)/.test(cookie)) ? 5 : 0;
  },
  ({ headers }) => (headers.has("access-control-allow-origin") ? -50 : 0),
  ({ headers }) => {
    const age = Number(/max-age=(\d+)/.exec(headers.get("strict-transport-security") ?? "")?.[1] ?? 0);
    return age >= 15_768_000 ? 0 : -20;
  },
  ({ headers }) => (headers.get("x-content-type-options") === "nosniff" ? 0 : -5),
  ({ headers, csp }) => {
    if (csp.has("frame-ancestors")) return 5;
    return /^(DENY|SAMEORIGIN)$/.test(headers.get("x-frame-options") ?? "") ? 0 : -20;
  },
  ({ headers }) =>
    /^(no-referrer|same-origin|strict-origin)$/.test(headers.get("referrer-policy") ?? "") ? 5 : 0,
  ({ headers }) => (headers.get("cross-origin-resource-policy") === "same-origin" ? 10 : 0),
];

function scoreOf(answer: string): number {
  const [head = ""] = answer.split("\r\n\r\n");
  const headers = new Headers();
  for (const line of head.split("\r\n").slice(1)) {
    const colon = line.indexOf(":");
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const policy = (headers.get("content-security-policy") ?? "")
    .split(";")
    .map((part) => part.trim().split(/\s+/));
  const csp = new Map(policy.map(([name = "", ...values]) => [name, values]));
  const points = RULES.map((rule) => rule({ headers, csp }));
  const fallen = points.filter((point) => point < 0).reduce((sum, point) => sum + point, 100);
  return fallen < 90
    ? fallen
    : points.filter((point) => point > 0).reduce((sum, point) => sum + point, fallen);
}

let front: RunningFront;

beforeAll(async () => {
  process.env.GATEBOOK_TEST_SCORE = SECRET;
  front = await startFront({
    signIn: () => ({
      mode: "header",
      publicUrl: "https://gatebook.example.com",
      trustedProxies: ["127.0.0.1"],
      allowsAnyoneLinks: false,
      secret: { kind: "variable", name: "GATEBOOK_TEST_SCORE" },
      secretHeader: "x-gatebook-proxy-secret",
      userHeader: "x-forwarded-user",
      groupsHeader: "x-forwarded-groups",
      rules: [{ group: "dev", role: "viewer", clusters: "all" }],
    }),
  });
});
afterAll(() => front.close());

it.each([
  [
    "a page",
    "/attempts",
    "gatebook.example.com",
    [`X-Gatebook-Proxy-Secret: ${SECRET}`, "X-Forwarded-User: a", "X-Forwarded-Groups: dev"],
  ],
  ["a page for nobody", "/attempts", "gatebook.example.com", []],
  ["the page to sign in", "/sign-in", "gatebook.example.com", []],
  ["the API for nobody", "/api/v1/attempts", "gatebook.example.com", []],
  ["nothing", "/nothing", "gatebook.example.com", []],
  ["another host", "/", "evil.example", []],
])("%s scores at least 120 by the HTTP Observatory's rules", async (_what, path, host, lines) => {
  const head = [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...lines, "Connection: close"];
  expect(scoreOf(await sendRaw(front.port, `${head.join("\r\n")}\r\n\r\n`))).toBeGreaterThanOrEqual(120);
});

import { existsSync } from "node:fs";
import { Agent, request as ask } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasRole } from "@/lib/ports/viewer";
import { REQUEST_VARIANTS } from "@/lib/testing/request-variants";
import { fillRoute, routesOfFolders } from "@/lib/testing/routes-of-folders";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import type { SignInSettings } from "../sign-in/sign-in-settings";
import { currentVisitor } from "./current-viewer";
import { type Least, ROUTE_RULES } from "./route-rules";

const ROOT = join(import.meta.dirname, "../../..");
const SECRET = "s".repeat(32);
const SETTINGS: SignInSettings = {
  mode: "header",
  publicUrl: "https://gatebook.example.com",
  trustedProxies: ["127.0.0.1"],
  allowsAnyoneLinks: false,
  secret: { kind: "variable", name: "GATEBOOK_TEST_MATRIX" },
  secretHeader: "x-gatebook-proxy-secret",
  userHeader: "x-forwarded-user",
  groupsHeader: "x-forwarded-groups",
  rules: [
    { group: "viewers", role: "viewer", clusters: "all" },
    { group: "prod-viewers", role: "viewer", clusters: ["prod"] },
    { group: "auditors", role: "auditor", clusters: "all" },
    { group: "admins", role: "admin", clusters: "all" },
  ],
};
/** Headers that must not reach Next. */
const FORGED = /x-(http-method|original|rewrite|middleware)/;
/** Who asks: by group; null = a stranger, "nothing" = somebody without a role. */
const ASKERS = [null, "nothing", "viewers", "prod-viewers", "auditors", "admins"] as const;

describe("who gets through to what", { timeout: 120_000 }, () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let front: RunningFront;
  let through: { url: string; method: string; role: string | null; rest: string }[] = [];

  beforeAll(async () => {
    process.env.GATEBOOK_TEST_MATRIX = SECRET;
    front = await startFront({
      signIn: () => SETTINGS,
      handle: async (request, response) => {
        const { url = "", method = "", headers } = request;
        through.push({ url, method, role: currentVisitor().viewer.role, rest: JSON.stringify(headers) });
        request.resume();
        response.end("in");
      },
    });
  });
  afterAll(async () => {
    agent.destroy();
    await front.close();
  });

  const send = (method: string, path: string, headers: Readonly<Record<string, string>>) =>
    new Promise<number>((resolve, reject) => {
      const options = { agent, port: front.port, host: "127.0.0.1", method, path };
      const body = method === "POST" ? "{}" : "";
      const own = { host: "gatebook.example.com", ...headers, "content-length": String(body.length) };
      ask({ ...options, headers: own }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
      })
        .on("error", reject)
        .end(body);
    });

  const asAsker = (asker: (typeof ASKERS)[number]): Record<string, string> =>
    asker === null
      ? {}
      : { "x-gatebook-proxy-secret": SECRET, "x-forwarded-user": "alice", "x-forwarded-groups": asker };

  const mayDo = (least: Least | undefined, role: string | null) =>
    least === "anyone" || (least !== undefined && hasRole({ role: role as never }, least));

  const roleOf = (asker: (typeof ASKERS)[number]) =>
    asker === null || asker === "nothing" ? null : asker.replace(/^prod-/, "").replace(/s$/, "");

  const ruleOf = (route: string, method: string) => {
    const rule = ROUTE_RULES.find(({ path }) => path === route);
    return method === "POST" ? rule?.POST : rule?.GET;
  };

  it.each(ASKERS)("as %s: each page and route, by each method, plainly asked", async (asker) => {
    const wrong: string[] = [];
    for (const route of routesOfFolders())
      for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
        through = [];
        const json = { "content-type": "application/json", origin: "https://gatebook.example.com" };
        const status = await send(method, fillRoute(route), {
          ...asAsker(asker),
          ...(method === "POST" && json),
        });
        const isIn = through.some(({ url }) => url !== "/_not-found");
        const known = method === "HEAD" ? "GET" : method;
        const may = (known === "GET" || known === "POST") && mayDo(ruleOf(route, known), roleOf(asker));
        if (isIn !== may || isIn !== (status === 200)) wrong.push(`${method} ${route}: ${status}`);
      }
    expect(wrong).toEqual([]);
  });

  it.each(REQUEST_VARIANTS)("by $name nobody gets to what he may not see", async ({ path, headers = {} }) => {
    const wrong: string[] = [];
    const everything = ASKERS.flatMap((asker) =>
      routesOfFolders().flatMap((route) => ["GET", "HEAD"].map((method) => ({ asker, route, method }))),
    );
    for (const { asker, route, method } of everything) {
      through = [];
      const plain = fillRoute(route);
      const asked = path(plain);
      const sent = Object.entries(headers).map(([name, value]) => [name, value.replace("PATH", plain)]);
      await send(method, asked, { ...asAsker(asker), ...Object.fromEntries(sent) });
      const isIn = through.some(({ url }) => url !== "/_not-found");
      const target = asked === "/api/v1/health" ? asked : route;
      if (isIn && !mayDo(ruleOf(target, "GET"), roleOf(asker))) wrong.push(`${asker}: ${method} ${asked}`);
      if (through.some(({ rest }) => FORGED.test(rest))) wrong.push(`handed on: ${asked}`);
    }
    expect(wrong).toEqual([]);
  });
});

it("leaves no decision to a file of Next's", () => {
  const names = ["proxy", "middleware"].flatMap((name) =>
    ["ts", "tsx", "js", "mjs"].map((end) => `${name}.${end}`),
  );
  const places = [ROOT, join(ROOT, "app"), join(ROOT, "src")];
  expect(places.flatMap((place) => names.filter((name) => existsSync(join(place, name))))).toEqual([]);
});

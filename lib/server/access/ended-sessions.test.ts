import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANYONE } from "@/lib/ports/viewer";
import { fillRoute, routesOfFolders } from "@/lib/testing/routes-of-folders";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import type { SignInSettings } from "../sign-in/sign-in-settings";
import { ROUTE_RULES } from "./route-rules";

const MINUTE = 60_000;
const STRANGER = { viewer: ANYONE, peer: null, sessionId: null };
const secretOf = (id: string) => id.repeat(43).slice(0, 43);

function settingsAt(publicUrl: string): SignInSettings {
  return {
    mode: "oidc",
    publicUrl,
    trustedProxies: [],
    allowsAnyoneLinks: true,
    issuer: "http://127.0.0.1:9",
    clientId: "gatebook",
    secret: { kind: "variable", name: "UNUSED" },
    groupsClaim: "groups",
    scope: "openid",
    rules: [{ group: "admins", role: "admin", clusters: "all" }],
  };
}

/** Proof A1 of docs/development.md: the askers that no header can be. */
describe("who has been an admin, or holds a share's key, gets through", { timeout: 120_000 }, () => {
  let front: RunningFront;
  const through = new Set<string>();

  beforeAll(async () => {
    front = await startFront({
      signIn: settingsAt,
      handle: async (request, response) => {
        through.add(`${request.method} ${request.url}`);
        request.resume();
        response.end("in");
      },
    });
    await open("a");
    await open("b");
    await front.deeds.closeSession.run(STRANGER, hashOf(secretOf("b")));
  });
  afterAll(() => front.close());

  async function open(id: string) {
    const identity = { issuer: "i", subject: id, name: id, groups: ["admins"] };
    const session = { id, hash: hashOf(secretOf(id)), identity, instead: null, peer: null };
    await front.deeds.openSession.run(STRANGER, session);
  }

  /** What is let through with a cookie, of all pages and routes, asked and sent to. */
  async function reached(cookie: string): Promise<string[]> {
    through.clear();
    const headers = { cookie, origin: front.url, "content-type": "application/json" };
    for (const route of routesOfFolders()) {
      const url = `${front.url}${fillRoute(route)}`;
      await fetch(url, { headers: { cookie }, redirect: "manual" });
      await fetch(url, { method: "POST", headers, body: "{}", redirect: "manual" });
    }
    return [...through].filter((what) => !what.endsWith("/_not-found")).sort();
  }

  const openTo = (isIn: (least: string) => boolean) =>
    ROUTE_RULES.flatMap(({ path, GET, POST }) => [
      ...(GET !== undefined && isIn(GET) ? [`GET ${fillRoute(path)}`] : []),
      ...(POST !== undefined && isIn(POST) ? [`POST ${fillRoute(path)}`] : []),
    ]).sort();

  it("everywhere while the session lives", async () => {
    expect(await reached(`gatebook=${secretOf("a")}`)).toEqual(openTo(() => true));
  });

  it.each([
    ["a session that was ended", `gatebook=${secretOf("b")}`],
    ["a session that never was", `gatebook=${secretOf("c")}`],
    ["two sessions at once", `gatebook=${secretOf("a")}; gatebook=${secretOf("a")}`],
    ["a share's key", `gatebook-share-${"a".repeat(32)}=${secretOf("d")}`],
  ])("to what is for anyone alone by %s", async (_what, cookie) => {
    expect(await reached(cookie)).toEqual(openTo((least) => least === "anyone"));
  });

  it("to what is for anyone alone by a session that has expired", async () => {
    front.wait(31 * MINUTE);
    expect(await reached(`gatebook=${secretOf("a")}`)).toEqual(openTo((least) => least === "anyone"));
  });
});

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Asker } from "@/lib/server/access/asker";
import { currentVisitor } from "@/lib/server/access/current-viewer";
import type { Handler } from "@/lib/server/web/create-front";
import { CookieJar } from "@/lib/testing/cookie-jar";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import { type RunningProvider, startProvider } from "@/lib/testing/start-provider";

const PEOPLE = {
  alice: { groups: ["dev", "unknown"], preferred_username: "alice@example.com" },
  root: { groups: ["platform"] },
  nobody: { groups: ["sales"] },
  none: {},
};

/** Tells who asks, and on one path begins to tell news. */
const handle: Handler = async (request, response) => {
  if (request.url === "/api/v1/live") response.write("news\n");
  else response.end(JSON.stringify(currentVisitor()));
};

describe("signing in at an OpenID provider", () => {
  let provider: RunningProvider;
  let front: RunningFront;
  let jar: CookieJar;

  beforeAll(async () => {
    front = await startFront({
      handle,
      signIn: async (publicUrl) => {
        provider = await startProvider(PEOPLE, `${publicUrl}/sign-in/callback`);
        process.env.GATEBOOK_TEST_SECRET = provider.clientSecret;
        const { issuer, clientId } = provider;
        return {
          mode: "oidc",
          publicUrl,
          issuer,
          clientId,
          secret: { kind: "variable", name: "GATEBOOK_TEST_SECRET" },
          groupsClaim: "groups",
          scope: "openid profile email",
          trustedProxies: [],
          allowsAnyoneLinks: false,
          rules: [
            { group: "platform", role: "admin", clusters: "all" },
            { group: "dev", role: "viewer", clusters: ["dev"] },
          ],
        };
      },
    });
  });
  afterAll(async () => {
    await front.close();
    await provider.close();
  });
  beforeEach(() => {
    jar = new CookieJar();
    // Another minute, for the tries of an address are counted.
    front.wait(61_000);
    front.notes.length = 0;
  });

  /** Until the provider asks who somebody is; gives that page's address. */
  const begin = async (path = "/") =>
    (await jar.follow(`${front.url}/sign-in/start?${new URLSearchParams({ returnTo: path })}`)).url;
  /** The callback's address, before it is asked for. */
  const comeBack = async (asked: string, as: string) => {
    let next = `${asked}?as=${as}`;
    while (!next.startsWith(front.url)) {
      const response = await jar.ask(next);
      next = new URL(response.headers.get("location") ?? "", next).href;
    }
    return next;
  };
  const signIn = async (as: string, path = "/") => jar.follow(await comeBack(await begin(path), as));
  const askWho = async (path = "/attempts") => {
    const response = await jar.ask(`${front.url}${path}`);
    return { status: response.status, asker: response.ok ? ((await response.json()) as Asker) : null };
  };

  it("sends strangers to sign in, and tells the API's that they are none", async () => {
    const page = await jar.ask(`${front.url}/attempts?q=x`);
    expect([page.status, page.headers.get("location")]).toEqual([
      303,
      "/sign-in?returnTo=%2Fattempts%3Fq%3Dx",
    ]);
    const api = await jar.ask(`${front.url}/api/v1/attempts`);
    expect([api.status, await api.json()]).toEqual([
      401,
      { error: { code: "not-allowed", message: "Sign in first." } },
    ]);
    const signInPage = await jar.ask(`${front.url}/sign-in?returnTo=/attempts`);
    expect(await signInPage.text()).toContain('href="/sign-in/start?returnTo=%2Fattempts"');
  });

  it("lets in by code, PKCE, state and nonce, with the role and the clusters of the groups", async () => {
    const asked = await begin("/attempts?q=x");
    const { url, response } = await jar.follow(await comeBack(asked, "alice"));
    expect(url).toBe(`${front.url}/attempts?q=x`);
    expect(await response.json()).toEqual({
      viewer: {
        kind: "person",
        id: `${provider.issuer}|alice`,
        name: expect.any(String),
        role: "viewer",
        clusters: ["dev"],
      },
      peer: "127.0.0.1",
      sessionId: expect.stringMatching(/^[\w-]{12}$/),
    });
    expect(front.notes).toMatchObject([{ deed: "sign-in", outcome: "done", peer: "127.0.0.1" }]);
  });

  it.each(["nobody", "none"])(
    "has no access for %s, who is in no group with a role, and says so",
    async (who) => {
      const { response } = await signIn(who);
      expect([response.status, await response.text()]).toEqual([403, expect.stringContaining("No access")]);
      expect((await askWho()).status).toBe(303);
      expect(front.notes).toMatchObject([{ deed: "sign-in-refused", outcome: "refused" }]);
    },
  );

  it("takes each callback once, in the browser that began it, with the state of it", async () => {
    const callback = await comeBack(await begin(), "alice");
    const stranger = new CookieJar();
    expect((await stranger.ask(callback)).status).toBe(403);
    const used = new URL(callback).host;
    const pending = jar.get(used, "gatebook-sign-in") ?? "";
    expect((await jar.ask(callback)).status).toBe(303);
    jar.set(used, "gatebook-sign-in", pending);
    expect((await jar.ask(callback)).status).toBe(403);
  });

  it.each([
    ["no state", (url: URL) => url.searchParams.delete("state")],
    ["another state", (url: URL) => url.searchParams.set("state", "x".repeat(43))],
    ["two states", (url: URL) => url.searchParams.append("state", "x")],
    ["no code", (url: URL) => url.searchParams.delete("code")],
    ["another code", (url: URL) => url.searchParams.set("code", "x".repeat(43))],
    ["another issuer (mix-up)", (url: URL) => url.searchParams.set("iss", "https://evil.example")],
    ["no issuer", (url: URL) => url.searchParams.delete("iss")],
    ["an error", (url: URL) => url.searchParams.set("error", "access_denied")],
    ["a token in the address", (url: URL) => url.searchParams.set("response", "x.y.z")],
  ])("does not take a callback with %s", async (_what, change) => {
    const callback = new URL(await comeBack(await begin(), "alice"));
    change(callback);
    expect((await jar.ask(callback.href)).status).toBe(403);
    expect((await askWho()).status).toBe(303);
    expect(front.notes).toMatchObject([{ deed: "sign-in-refused" }]);
  });

  it("does not take one that took longer than ten minutes", async () => {
    const callback = await comeBack(await begin(), "alice");
    front.wait(600_000);
    expect((await jar.ask(callback)).status).toBe(403);
  });

  it("gives a new id at each sign-in, and ends the old one of the browser", async () => {
    await signIn("alice");
    const { host } = new URL(front.url);
    const first = jar.get(host, "gatebook") ?? "";
    await signIn("alice");
    expect(jar.get(host, "gatebook")).not.toBe(first);
    const old = new CookieJar();
    old.set(host, "gatebook", first);
    expect((await old.ask(`${front.url}/attempts`)).status).toBe(303);
  });

  it("ends the session itself at sign-out, not only the cookie", async () => {
    await signIn("alice");
    const { host } = new URL(front.url);
    const secret = jar.get(host, "gatebook") ?? "";
    const out = {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json", origin: front.url },
    };
    const response = await jar.ask(`${front.url}/sign-out`, out);
    expect([response.status, response.headers.get("clear-site-data")]).toEqual([
      200,
      '"cache", "cookies", "storage"',
    ]);
    jar.set(host, "gatebook", secret);
    expect((await askWho()).status).toBe(303);
    expect(front.notes.map(({ deed }) => deed)).toEqual(["sign-in", "sign-out"]);
    const foreign = { ...out, headers: { ...out.headers, origin: "https://evil.example" } };
    expect((await jar.ask(`${front.url}/sign-out`, foreign)).status).toBe(403);
  });

  it("ends within a second what an admin ends, also answers under way", async () => {
    await signIn("root");
    const { asker } = await askWho();
    if (asker === null) throw new Error("Nobody is signed in");
    const { sessions } = await front.deeds.listSessions.run(asker, null);
    expect(sessions.find(({ own }) => own)).toMatchObject({
      id: asker.sessionId,
      person: `${provider.issuer}|root`,
    });
    expect(JSON.stringify(sessions)).not.toContain("hash");
    expect(await front.deeds.endSession.run(asker, asker.sessionId ?? "")).toBe(true);
    expect(await front.deeds.endSession.run(asker, asker.sessionId ?? "")).toBe(false);
    front.wait(1_000);
    expect((await askWho()).status).toBe(303);
    expect(front.notes.map(({ deed, outcome }) => [deed, outcome])).toEqual([
      ["sign-in", "done"],
      ["session-ended", "done"],
      ["session-ended", "failed"],
    ]);
    expect(front.notes[1]?.facts).toEqual({ session: asker.sessionId, person: `${provider.issuer}|root` });
  });

  it("ends an answer that goes on, within a second of the session's end", async () => {
    await signIn("root");
    const { asker } = await askWho();
    if (asker === null) throw new Error("Nobody is signed in");
    const live = await jar.ask(`${front.url}/api/v1/live`);
    const whole = live.text().then(
      () => "whole",
      () => "cut off",
    );
    await front.deeds.endSession.run(asker, asker.sessionId ?? "");
    front.wait(1_000);
    expect(await whole).toBe("cut off");
  });

  it("ends after half an hour without a request, and after twelve hours with many", async () => {
    await signIn("alice");
    front.wait(29 * 60_000);
    expect((await askWho()).status).toBe(200);
    front.wait(29 * 60_000);
    expect((await askWho()).status).toBe(200);
    // What a page asks by itself is no use of it.
    front.wait(20 * 60_000);
    expect((await askWho("/api/v1/coverage")).status).toBe(200);
    front.wait(20 * 60_000);
    expect((await askWho()).status).toBe(303);
    await signIn("alice");
    for (let half = 0; half < 28; half++) {
      front.wait(25 * 60_000);
      expect((await askWho()).status).toBe(200);
    }
    front.wait(25 * 60_000);
    expect((await askWho()).status).toBe(303);
  });

  it.each(["cross-site", "same-site"])(
    "does not begin because a %s page wants it, but asks first",
    async (site) => {
      const headers = { "sec-fetch-site": site };
      const asked = await jar.ask(`${front.url}/sign-in/start?returnTo=/attempts`, { headers });
      expect([asked.status, asked.headers.get("location"), asked.headers.getSetCookie()]).toEqual([
        303,
        "/sign-in?returnTo=%2Fattempts",
        [],
      ]);
    },
  );

  it.each(["none", "same-origin"])(
    "begins for an address that was typed or our own page: %s",
    async (site) => {
      const headers = { "sec-fetch-site": site };
      const asked = await jar.ask(`${front.url}/sign-in/start?returnTo=/attempts`, { headers });
      expect(asked.headers.get("location")).toMatch(`${provider.issuer}/`);
    },
  );

  it("lets an address try ten times a minute", async () => {
    for (let tries = 0; tries < 10; tries++)
      expect((await jar.ask(`${front.url}/sign-in/callback?code=x`)).status).toBe(403);
    const response = await jar.ask(`${front.url}/sign-in/callback?code=x`);
    expect([response.status, Number(response.headers.get("retry-after"))]).toEqual([429, 60]);
  });

  it("sets a cookie that scripts and other sites cannot have", async () => {
    const callback = await comeBack(await begin(), "alice");
    const [, session = ""] = (await jar.ask(callback)).headers.getSetCookie();
    expect(session).toMatch(/^gatebook=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/);
  });
});

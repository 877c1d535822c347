import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { Identity } from "@/lib/ports/sessions";
import { createVouchedSignIn } from "./vouched-sign-in";
import type { AlbSettings, HeaderSettings } from "./sign-in-settings";

const SHARED = {
  publicUrl: "https://gatebook.example.com",
  rules: [{ group: "dev", role: "auditor", clusters: "all" } as const],
  trustedProxies: [],
  allowsAnyoneLinks: false,
};
const ALB: AlbSettings = {
  ...SHARED,
  mode: "alb",
  arn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/gatebook/50dc6c495c0c9188",
  issuer: "https://login.example.com",
  clientId: "gatebook",
  groupsClaim: "groups",
  keysUrl: null,
  signOutUrl: "https://login.example.com/logout?client_id=gatebook",
};
const HEADER: HeaderSettings = {
  ...SHARED,
  mode: "header",
  userHeader: "x-forwarded-user",
  groupsHeader: "x-forwarded-groups",
  secretHeader: "x-gatebook-proxy-secret",
  secret: { kind: "variable", name: "GATEBOOK_TEST_VOUCHED" },
};
const ALICE: Identity = { issuer: "i", subject: "alice", name: "alice@example.com", groups: ["dev"] };

describe("signing out where others sign people in", () => {
  let notes: OwnAuditNote[];
  let close: () => void = () => undefined;
  beforeEach(() => {
    notes = [];
  });
  afterEach(() => close());

  /** Asks a route of the mode, as who is vouched for. */
  async function ask(settings: AlbSettings | HeaderSettings, key: string, who: Identity | null) {
    const audit = { note: async (note: OwnAuditNote) => void notes.push(note) };
    const parts = { audit, clock: { now: () => 0 }, warn: () => undefined };
    const mode = createVouchedSignIn(settings, async (_request: IncomingMessage) => who, parts);
    const [method = "", path = ""] = key.split(" ");
    const route = mode.routes[`${method} ${path.split("?", 1)[0]}`];
    if (route === undefined) return null;
    const server = createServer((request, response) => void route({ request, response, peer: "192.0.2.7" }));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    close = () => server.close();
    const { port } = server.address() as AddressInfo;
    return await fetch(`http://127.0.0.1:${port}${path}`, { method });
  }

  it("takes the load balancer's cookies away, leads to the provider's way out, and is noted", async () => {
    const answer = await ask(ALB, "POST /sign-out", ALICE);
    expect(await answer?.json()).toEqual({ next: ALB.signOutUrl });
    expect(answer?.headers.get("clear-site-data")).toContain('"cookies"');
    expect(answer?.headers.getSetCookie()).toEqual(
      [0, 1, 2, 3].map((n) => `AWSELBAuthSessionCookie-${n}=; Path=/; Max-Age=0; Secure; HttpOnly`),
    );
    expect(notes).toMatchObject([
      { deed: "sign-out", viewer: { id: "i|alice" }, peer: "192.0.2.7", outcome: "done" },
    ]);
  });

  it("says where the provider let somebody in again at once", async () => {
    const silent = { ...ALB, signOutUrl: null };
    expect(await (await ask(silent, "POST /sign-out", ALICE))?.json()).toEqual({ next: "/sign-in?out" });
    expect(await (await ask(silent, "GET /sign-in?out", ALICE))?.text()).toContain("Signed in again");
    const out = await (await ask(silent, "GET /sign-in?out", null))?.text();
    expect(out).toContain("Signed out");
    expect(out).toContain("may still know you");
    expect((await ask(silent, "GET /sign-in", null))?.status).toBe(401);
  });

  it("notes nothing of somebody who was not signed in", async () => {
    expect((await ask(ALB, "POST /sign-out", null))?.status).toBe(200);
    expect(notes).toEqual([]);
  });

  it("is not there with a proxy, whose session it could not end", async () => {
    expect(await ask(HEADER, "POST /sign-out", ALICE)).toBeNull();
    expect((await ask(HEADER, "GET /sign-in?out", null))?.status).toBe(401);
  });

  it("tells pages whose session it is", async () => {
    const audit = { note: async () => undefined };
    const parts = { audit, clock: { now: () => 0 }, warn: () => undefined };
    const keeperOf = async (settings: AlbSettings | HeaderSettings, who: Identity | null) => {
      const mode = createVouchedSignIn(settings, async () => who, parts);
      return (await mode.identify({ request: { rawHeaders: [] }, response: {}, peer: null } as never)).keeper;
    };
    expect(await keeperOf(ALB, ALICE)).toBe("balancer");
    expect(await keeperOf(HEADER, ALICE)).toBe("proxy");
    expect(await keeperOf(ALB, null)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import type { Visit } from "../web/admit";
import { createDisbelief } from "./note-disbelief";
import type { AlbSettings, HeaderSettings } from "./sign-in-settings";

const SHARED = {
  publicUrl: "https://gatebook.example.com",
  trustedProxies: [],
  rules: [],
  allowsAnyoneLinks: false,
};
const HEADER: HeaderSettings = {
  ...SHARED,
  mode: "header",
  userHeader: "x-forwarded-user",
  groupsHeader: "x-forwarded-groups",
  secretHeader: "x-gatebook-proxy-secret",
  secret: { kind: "variable", name: "UNUSED" },
};
const ALB: AlbSettings = {
  ...SHARED,
  mode: "alb",
  arn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/example/1",
  issuer: "https://login.example.com",
  clientId: "gatebook",
  groupsClaim: "groups",
  keysUrl: null,
  signOutUrl: null,
};

function scene(settings: HeaderSettings | AlbSettings) {
  const told: unknown[] = [];
  let now = 0;
  const parts = {
    clock: { now: () => now },
    warn: (facts: object, message: string) => told.push({ message, ...facts }),
  };
  const note = createDisbelief(settings, parts);
  const ask = (rawHeaders: readonly string[], peer: string | null = "203.0.113.7") =>
    note({ request: { rawHeaders, socket: { remoteAddress: "10.1.2.3" } }, peer } as unknown as Visit);
  const wait = (ms: number) => {
    now += ms;
  };
  return { told, ask, wait };
}

describe("a statement that is not believed", () => {
  it("is told with where it came from, and with nothing of what it says", () => {
    const { told, ask } = scene(HEADER);
    ask(["X-Forwarded-User", "root", "X-Gatebook-Proxy-Secret", "guessed"]);
    expect(told).toEqual([
      {
        message: "A request says who it is from and is not believed",
        address: "203.0.113.7",
        passedOnBy: "10.1.2.3",
      },
    ]);
  });

  it("is told once a minute for each address, of IPv6 for each network", () => {
    const { told, ask, wait } = scene(HEADER);
    for (const peer of ["203.0.113.7", "203.0.113.7", "203.0.113.8", "2001:db8::1", "2001:db8::2", null])
      ask(["x-forwarded-user", "root"], peer);
    expect(told).toHaveLength(4);
    wait(60_001);
    ask(["x-forwarded-user", "root"]);
    expect(told).toHaveLength(5);
  });

  it.each([
    [HEADER, "X_Forwarded_User"],
    [HEADER, "x-gatebook-proxy-secret"],
    [ALB, "X-Amzn-Oidc-Data"],
    [ALB, "x-amzn-oidc-identity"],
  ])("is one by $mode and %s", (settings, name) => {
    const { told, ask } = scene(settings);
    ask([name, "x"]);
    expect(told).toHaveLength(1);
  });

  it("is none where a stranger says nothing", () => {
    const { told, ask } = scene(ALB);
    ask(["Host", "gatebook.example.com", "Accept", "x-amzn-oidc-data"]);
    expect(told).toEqual([]);
  });
});

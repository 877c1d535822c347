import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { createHeaderCheck } from "./header-check";
import { createNetworks, parseNetwork } from "./networks";
import type { HeaderSettings } from "./sign-in-settings";

const SECRET = "s3cret-of-the-proxy-0123456789";
const SETTINGS: HeaderSettings = {
  mode: "header",
  publicUrl: "https://gatebook.example.com",
  trustedProxies: ["10.1.2.3", "192.168.0.0/16", "2001:db8::1", "fd00:1::/32"],
  allowsAnyoneLinks: false,
  secret: { kind: "variable", name: "UNUSED" },
  secretHeader: "x-gatebook-proxy-secret",
  userHeader: "x-forwarded-user",
  groupsHeader: "x-forwarded-groups",
  rules: [],
};
const WHOLE = [
  "X-Gatebook-Proxy-Secret",
  SECRET,
  "X-Forwarded-User",
  "alice",
  "X-Forwarded-Groups",
  "dev, platform",
];
const check = createHeaderCheck(SETTINGS, SECRET);

function ask(rawHeaders: readonly string[], remoteAddress: string | undefined = "10.1.2.3") {
  return check({ rawHeaders, socket: { remoteAddress } } as unknown as IncomingMessage);
}

describe("what a proxy says", () => {
  it.each(["10.1.2.3", "::ffff:10.1.2.3", "192.168.77.1", "2001:db8::1", "fd00:1:2::3"])(
    "is believed from %s",
    async (peer) => {
      expect(await ask(WHOLE, peer)).toEqual({
        issuer: "header",
        subject: "alice",
        name: "alice",
        groups: ["dev", "platform"],
      });
    },
  );

  it.each([
    "10.1.2.4",
    "10.1.2.2",
    "::ffff:10.1.2.4",
    "192.169.0.1",
    "2001:db8::2",
    "2001:db8:ffff::1",
    "fd00:2::1",
    "127.0.0.1",
    "::1",
    "",
    "unknown",
  ])("is not from %j", async (peer) => expect(await ask(WHOLE, peer)).toBeNull());

  it.each<[string, readonly string[]]>([
    ["no secret", WHOLE.slice(2)],
    ["an empty secret", ["X-Gatebook-Proxy-Secret", "", ...WHOLE.slice(2)]],
    ["another secret", ["X-Gatebook-Proxy-Secret", "x".repeat(30), ...WHOLE.slice(2)]],
    ["a part of the secret", ["X-Gatebook-Proxy-Secret", SECRET.slice(0, -1), ...WHOLE.slice(2)]],
    ["a longer secret", ["X-Gatebook-Proxy-Secret", `${SECRET}x`, ...WHOLE.slice(2)]],
    ["the secret twice", [...WHOLE.slice(0, 2), ...WHOLE]],
    ["the secret under another spelling", ["X_Gatebook_Proxy_Secret", SECRET, ...WHOLE.slice(2)]],
    ["two people", [...WHOLE, "x-forwarded-user", "root"]],
    ["another person under another spelling", [...WHOLE, "X_Forwarded_User", "root"]],
    ["another person under a mixed spelling, first", ["x-forwarded_user", "root", ...WHOLE]],
    ["a person under another spelling alone", [...WHOLE.slice(0, 2), "x_forwarded_user", "root"]],
    ["nobody", WHOLE.slice(0, 2)],
    ["an empty person", [...WHOLE.slice(0, 2), "X-Forwarded-User", ""]],
    ["a very long person", [...WHOLE.slice(0, 2), "X-Forwarded-User", "a".repeat(513)]],
  ])("is not with %s", async (_what, headers) => expect(await ask(headers)).toBeNull());

  it("puts nobody in a group that stands under two spellings", async () => {
    expect((await ask([...WHOLE, "X_Forwarded_Groups", "admins"]))?.groups).toEqual([""]);
  });
});

describe("a network", () => {
  it.each([
    ["10.0.0.1", 32],
    ["::1", 128],
    ["2001:db8::/32", 32],
    ["0.0.0.0/0", 0],
  ])("%s has %i bits", (text, bits) => expect(parseNetwork(text)?.bits).toBe(bits));

  it.each([
    "",
    "10.0.0",
    "10.0.0.0/33",
    "::/129",
    "10.0.0.0/",
    "10.0.0.0/8/8",
    "10.0.0.0/-1",
    "example.com",
    "fe80::1%eth0",
    "010.0.0.1",
  ])("is not %j", (text) => {
    expect(parseNetwork(text)).toBeNull();
    expect(() => createNetworks([text])).toThrow();
  });
});

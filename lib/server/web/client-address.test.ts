import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { createNetworks } from "../sign-in/networks";
import { clientAddress } from "./client-address";

const TRUSTED = ["10.0.0.0/16", "2001:db8:1::/48"];

function addressOf(remoteAddress: string | undefined, told?: string, trusted: readonly string[] = TRUSTED) {
  const headers = told === undefined ? {} : { "x-forwarded-for": told };
  return clientAddress(
    { socket: { remoteAddress }, headers } as unknown as IncomingMessage,
    createNetworks(trusted),
  );
}

describe("the address of a client", () => {
  it("is the socket's, whatever the client says", () => {
    expect(addressOf("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
    expect(addressOf("::ffff:203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
    expect(addressOf("10.1.0.1", "198.51.100.1")).toBe("10.1.0.1");
    expect(addressOf("127.0.0.1", "198.51.100.1", [])).toBe("127.0.0.1");
  });

  it("is what a trusted proxy says, of several the last that is no proxy of ours", () => {
    expect(addressOf("10.0.0.1", "198.51.100.1")).toBe("198.51.100.1");
    expect(addressOf("::ffff:10.0.0.1", "198.51.100.1")).toBe("198.51.100.1");
    expect(addressOf("10.0.0.1", "198.51.100.1, 10.0.0.2")).toBe("198.51.100.1");
    expect(addressOf("2001:db8:1::1", "[2001:db8:2::7]")).toBe("2001:db8:2::7");
  });

  it("is not what the client told the proxy before", () => {
    expect(addressOf("10.0.0.1", "6.6.6.6, 198.51.100.1")).toBe("198.51.100.1");
    expect(addressOf("10.0.0.1", "10.0.0.9, 198.51.100.1, 10.0.0.2")).toBe("198.51.100.1");
  });

  it.each(["", "unknown", "198.51.100.1:80", "198.51.100.256", "a, b", "6.6.6.6, unknown"])(
    "is the proxy's where that says nothing to be believed: %j",
    (told) => expect(addressOf("10.0.0.1", told)).toBe("10.0.0.1"),
  );

  it("is the proxy's where nobody else stands there, and unknown where the socket is gone", () => {
    expect(addressOf("10.0.0.1")).toBe("10.0.0.1");
    expect(addressOf("10.0.0.1", "10.0.0.2, 10.0.0.3")).toBe("10.0.0.1");
    expect(addressOf(undefined, "198.51.100.1")).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { cookieNamed, printCookie, readCookie } from "./session-cookie";

const SECRET = "aA0_-".repeat(9).slice(0, 43);
const HTTPS = cookieNamed("gatebook", "https://gatebook.example.com");
const HTTP = cookieNamed("gatebook", "http://127.0.0.1:3000");

describe("the cookie of a session", () => {
  it("is this very host's over https, for no script, and not sent with what other sites ask", () => {
    expect(printCookie(HTTPS, SECRET, 60)).toBe(
      `__Host-gatebook=${SECRET}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(printCookie(HTTP, SECRET, 60)).toBe(
      `gatebook=${SECRET}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`,
    );
  });

  it("is for no host that it names, so that no other one gets it", () => {
    for (const name of [HTTPS, HTTP]) expect(printCookie(name, SECRET, 60)).not.toMatch(/domain/i);
  });

  it("is taken away as it was set", () => {
    expect(printCookie(HTTPS, "", 0)).toBe(
      "__Host-gatebook=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
    );
  });

  it("is found among others", () => {
    expect(readCookie({ cookie: `a=b; __Host-gatebook=${SECRET}; gatebook=x` }, HTTPS)).toBe(SECRET);
    expect(readCookie({ cookie: `gatebook=${SECRET}` }, HTTP)).toBe(SECRET);
  });

  it.each([
    ["none", "a=b"],
    ["one of another name", `__host-gatebook=${SECRET}`],
    ["one without its prefix, which another host could set", `gatebook=${SECRET}`],
    ["one whose name only ends alike", `x__Host-gatebook=${SECRET}`],
    ["two, for one was planted", `__Host-gatebook=${SECRET}; __Host-gatebook=${SECRET}`],
    ["one that is too short", `__Host-gatebook=${SECRET.slice(1)}`],
    ["one that is too long", `__Host-gatebook=${SECRET}a`],
    ["one with quotes", `__Host-gatebook="${SECRET.slice(2)}"`],
    ["an empty one", "__Host-gatebook="],
  ])("is not %s", (_what, cookie) => {
    expect(readCookie({ cookie }, HTTPS)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/v1/shares/[id]/route";
import { GET as getFile } from "@/app/api/v1/shares/[id]/file/route";
import { secretOfCookie, shareCookie } from "./share-cookie";

const SECRET = "A".repeat(43);
const ID = "0123456789abcdef0123456789abcdef";
const OTHER = "f".repeat(32);
const address = "http://127.0.0.1/api/v1/shares/x";
const of = (id: string) => ({ params: Promise.resolve({ id }) });

describe("the API of one share", () => {
  it.each([
    ":id",
    "%3Aid",
    ":key",
    "",
    "..",
    "../views",
    "[id]",
    SECRET,
    ID.toUpperCase(),
    `${ID}0`,
    ID.slice(1),
  ])("answers 404 for %j, by whatever way it is asked", async (id) => {
    const body = JSON.stringify({ secret: SECRET });
    const headers = { "content-type": "application/json", "content-length": `${body.length}` };
    const answers = [
      await GET(
        new Request(address, { headers: { cookie: shareCookie(new Request(address), id, SECRET) } }),
        of(id),
      ),
      await getFile(new Request(address), of(id)),
      await POST(new Request(address, { method: "POST", body, headers }), of(id)),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.headers.get("set-cookie")]).toEqual([404, null]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  it.each([["{"], ["{}"], ['{"secret":1}'], [`{"secret":"${SECRET}","id":"${ID}"}`], ["null"]])(
    "takes %s for a mistake",
    async (body) => {
      const headers = { "content-type": "application/json", "content-length": `${body.length}` };
      const answer = await POST(new Request(address, { method: "POST", body, headers }), of(ID));
      expect(answer.status).toBe(400);
    },
  );
});

describe("the cookie of a share", () => {
  const asked = (proto: string, cookie = "") =>
    new Request(address, { headers: { "x-forwarded-proto": proto, cookie } });

  it("is read by no script, comes from this host alone, and is of one share", () => {
    expect(shareCookie(asked("https"), ID, SECRET)).toBe(
      `__Host-gatebook-share-${ID}=${SECRET}; Path=/; Secure; HttpOnly; SameSite=Strict`,
    );
    const request = asked("https", `a=1; __Host-gatebook-share-${ID}=${SECRET}; b=2`);
    expect([secretOfCookie(request, ID), secretOfCookie(request, OTHER)]).toEqual([SECRET, null]);
    expect(secretOfCookie(asked("https"), ID)).toBeNull();
  });

  it("is not taken under the name that others can set, where people come by https", () => {
    const name = `gatebook-share-${ID}`;
    expect(secretOfCookie(asked("https", `${name}=${SECRET}`), ID)).toBeNull();
    expect(secretOfCookie(asked("http", `${name}=${SECRET}`), ID)).toBe(SECRET);
    expect(shareCookie(asked("http"), ID, SECRET)).toBe(
      `${name}=${SECRET}; Path=/; HttpOnly; SameSite=Strict`,
    );
  });
});

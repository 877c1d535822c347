import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendRaw } from "@/lib/testing/send-raw";
import { type RunningFront, startFront } from "@/lib/testing/start-front";

/** Where one request ends and the next begins: what a proxy and Gatebook might read differently (request smuggling). */
describe("the end of a request", () => {
  let front: RunningFront;
  let seen: string[] = [];

  beforeAll(async () => {
    front = await startFront({
      signIn: () => ({ mode: "local" }),
      handle: async (request, response) => {
        seen.push(`${request.method} ${request.url}`);
        request.resume();
        response.end("in");
      },
    });
  });
  afterAll(() => front.close());
  beforeEach(() => {
    seen = [];
  });

  const post = (lines: readonly string[], body: string) => {
    const own = [`Host: 127.0.0.1:${front.port}`, `Origin: ${front.url}`, "Content-Type: application/json"];
    const head = ["POST /api/v1/views HTTP/1.1", ...own, ...lines];
    return sendRaw(front.port, `${head.join("\r\n")}\r\n\r\n${body}`);
  };
  const hidden = "GET /hidden HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";

  it.each<[string, readonly string[], string]>([
    ["a length and chunks", ["Content-Length: 4", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ["chunks and a length", ["Transfer-Encoding: chunked", "Content-Length: 4"], "0\r\n\r\n"],
    ["two lengths", ["Content-Length: 2", "Content-Length: 60"], "{}"],
    ["two lengths in one line", ["Content-Length: 2, 60"], "{}"],
    ["a length below nothing", ["Content-Length: -1"], "{}"],
    ["a length with a sign", ["Content-Length: +2"], "{}"],
    ["a length in another base", ["Content-Length: 0x2"], "{}"],
    ["an encoding that is none", ["Transfer-Encoding: xchunked"], "{}"],
    ["chunks under a blank", ["Transfer-Encoding : chunked"], "0\r\n\r\n"],
    ["a chunk without a size", ["Transfer-Encoding: chunked"], "x\r\n{}\r\n0\r\n\r\n"],
    ["a line that goes on", ["X-A: b\r\n Content-Length: 2"], "{}"],
    ["a line end alone", ["X-A: b\nContent-Length: 60"], "{}"],
  ])("is not guessed with %s", async (_what, lines, body) => {
    const answer = await post(lines, body + hidden);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|411) /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  it("is where its length says, and the next one is looked at by itself", async () => {
    const answer = await post(["Content-Length: 2"], `{}${hidden}`);
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 421"]);
    expect(seen).toEqual(["POST /api/v1/views"]);
  });

  it("comes before a head that is too long", async () => {
    const long = `X-Long: ${"x".repeat(17_000)}`;
    expect(await post(["Content-Length: 2", long, "Connection: close"], "{}")).toMatch(/^HTTP\/1\.1 431 /);
    expect(seen).toEqual([]);
  });
});

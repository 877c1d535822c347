import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import type { SignInSettings } from "../sign-in/sign-in-settings";

const SECRET = "s".repeat(32);
const SETTINGS: SignInSettings = {
  mode: "header",
  publicUrl: "https://gatebook.example.com",
  trustedProxies: ["127.0.0.1"],
  secret: { kind: "variable", name: "GATEBOOK_TEST_QUESTIONS" },
  secretHeader: "x-gatebook-proxy-secret",
  allowsAnyoneLinks: false,
  userHeader: "x-forwarded-user",
  groupsHeader: "x-forwarded-groups",
  rules: [{ group: "dev", role: "viewer", clusters: "all" }],
};
const SHARE = "/api/v1/shares/AAAAAAAAAAAAAAAAAAAAAA";

let front: RunningFront;
let refused: string[] = [];

beforeAll(async () => {
  process.env.GATEBOOK_TEST_QUESTIONS = SECRET;
  const onRefuse = (reason: string) => refused.push(reason);
  front = await startFront({ signIn: () => SETTINGS, mostQuestions: 3, onRefuse });
});
afterAll(() => front.close());
beforeEach(() => {
  front.wait(61_000);
  refused = [];
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

const ask = (path: string, headers: Readonly<Record<string, string>>) =>
  new Promise<Answer>((resolve, reject) => {
    const own = { host: "gatebook.example.com", ...headers };
    request({ host: "127.0.0.1", port: front.port, path, headers: own }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"], body }),
      );
    })
      .on("error", reject)
      .end();
  });
const as = (name: string) => ({
  "x-gatebook-proxy-secret": SECRET,
  "x-forwarded-user": name,
  "x-forwarded-groups": "dev",
});
const statusesOf = async (path: string, headers: Readonly<Record<string, string>>, times: number) => {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await ask(path, headers)).status);
  return statuses;
};

it("answers a person as many questions as one may ask in a minute, and then says when to come back", async () => {
  expect(await statusesOf("/api/v1/attempts", as("alice"), 3)).toEqual([200, 200, 200]);
  const { status, retryAfter, body } = await ask("/api/v1/clusters", as("alice"));
  expect([status, Number(retryAfter)]).toEqual([429, 60]);
  expect(JSON.parse(body)).toEqual({
    error: {
      code: "too-busy",
      message: "There were too many questions in a minute. Try again in 60 seconds.",
    },
  });
  expect(refused).toEqual(["rate"]);
  front.wait(61_000);
  expect((await ask("/api/v1/attempts", as("alice"))).status).toBe(200);
});

it("counts each by himself, and strangers by their network", async () => {
  expect(await statusesOf("/api/v1/attempts", as("alice"), 4)).toEqual([200, 200, 200, 429]);
  expect((await ask("/api/v1/attempts", as("bob"))).status).toBe(200);
  const from = (address: string) => ({ "x-forwarded-for": address });
  expect(await statusesOf(SHARE, from("2001:db8:0:1::7"), 3)).toEqual([200, 200, 200]);
  expect((await ask(SHARE, from("2001:db8:0:1::8"))).status).toBe(429);
  expect((await ask(SHARE, from("2001:db8:0:2::7"))).status).toBe(200);
});

it("counts no page, and nothing that this machine's own user asks", async () => {
  expect(await statusesOf("/attempts", as("alice"), 5)).toEqual([200, 200, 200, 200, 200]);
  const local = await startFront({ signIn: () => ({ mode: "local" }), mostQuestions: 1 });
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) statuses.push((await fetch(`${local.url}/api/v1/attempts`)).status);
  await local.close();
  expect(statuses).toEqual([200, 200, 200]);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRaw } from "@/lib/testing/send-raw";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import type { SignInSettings } from "../sign-in/sign-in-settings";
import { ownOrigin } from "./own-origin";

const SECRET = "s".repeat(32);
const SETTINGS: Omit<SignInSettings & { mode: "header" }, "publicUrl"> = {
  mode: "header",
  trustedProxies: ["127.0.0.1"],
  secret: { kind: "variable", name: "GATEBOOK_TEST_OWN_ORIGIN" },
  secretHeader: "x-gatebook-proxy-secret",
  userHeader: "x-forwarded-user",
  groupsHeader: "x-forwarded-groups",
  rules: [{ group: "dev", role: "auditor", clusters: "all" }],
  allowsAnyoneLinks: false,
};

describe("our own origin", () => {
  let far: RunningFront;
  let near: RunningFront;
  let origins: string[] = [];

  beforeAll(async () => {
    process.env.GATEBOOK_TEST_OWN_ORIGIN = SECRET;
    const handle: Parameters<typeof startFront>[0]["handle"] = async ({ headers }, response) => {
      origins.push(ownOrigin({ headers: new Headers(headers as Record<string, string>) }));
      response.end();
    };
    const publicUrl = "https://gatebook.example.com";
    far = await startFront({ signIn: () => ({ ...SETTINGS, publicUrl }), handle });
    near = await startFront({ signIn: (url) => ({ ...SETTINGS, publicUrl: url }), handle });
  });
  afterAll(() => Promise.all([far.close(), near.close()]));

  const ask = (front: RunningFront, host: string, more: string) => {
    const who = `X-Gatebook-Proxy-Secret: ${SECRET}\r\nX-Forwarded-User: alice\r\nX-Forwarded-Groups: dev`;
    const head = `GET /attempts HTTP/1.1\r\nHost: ${host}\r\n${who}\r\n${more}Connection: close\r\n\r\n`;
    return sendRaw(front.port, head);
  };

  it.each(["http", "https", "wss", "https, http"])(
    "is that of the configured address, also where a proxy says %s",
    async (told) => {
      origins = [];
      for (const name of ["X-Forwarded-Proto", "x_forwarded_proto", "X-FORWARDED-SCHEME"]) {
        await ask(far, "gatebook.example.com", `${name}: ${told}\r\n`);
        await ask(near, `127.0.0.1:${near.port}`, `${name}: ${told}\r\n`);
      }
      const both = ["https://gatebook.example.com", near.url];
      expect(origins).toEqual([...both, ...both, ...both]);
    },
  );
});

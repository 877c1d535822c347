import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { ANYONE, LOCAL_VIEWER } from "@/lib/ports/viewer";
import { admit, type Gate, type Visit } from "./admit";

function visitOf(url: string, method = "GET") {
  const sent: { status: number; body: string } = { status: 0, body: "" };
  const response = {
    setHeader: () => undefined,
    writeHead: (status: number) => {
      sent.status = status;
    },
    end: (body: string) => {
      sent.body = body;
    },
  };
  const visit: Visit = {
    request: { url, method, headers: {} } as IncomingMessage,
    response: response as unknown as ServerResponse,
    peer: "203.0.113.7",
  };
  return { visit, sent };
}

const OPEN: Gate = {
  isWritable: () => true,
  leastFor: () => "viewer",
  answer: async () => false,
  identify: async ({ peer }) => ({ viewer: LOCAL_VIEWER, peer, sessionId: null }),
  refusePage: async () => undefined,
  noteRefusal: async () => undefined,
  hold: () => undefined,
};
const broken = () => Promise.reject(new Error("the engine does not answer"));

describe("where something fails, nobody is let in", () => {
  it("would let in where all is well", async () => {
    expect(await admit(OPEN, visitOf("/attempts").visit)).toMatchObject({ viewer: LOCAL_VIEWER });
  });

  it.each(["/attempts", "/api/v1/attempts", "/nothing"])(
    "not while nobody can say who asks: %s",
    async (url) => {
      const { visit, sent } = visitOf(url);
      expect(await admit({ ...OPEN, identify: broken }, visit)).toBeNull();
      expect(sent.status).toBe(503);
      expect(sent.body).toMatch(/^Gatebook cannot say now who is signed in: .*Try again\.\n$/);
    },
  );

  it("not even to what is for anyone", async () => {
    const { visit, sent } = visitOf("/s/x");
    expect(await admit({ ...OPEN, leastFor: () => "anyone", identify: broken }, visit)).toBeNull();
    expect(sent.status).toBe(503);
  });

  it("not to what no rule names, as whoever", async () => {
    for (const url of ["/api/v1/nothing", "/_next/image"]) {
      const { visit, sent } = visitOf(url);
      expect(await admit({ ...OPEN, leastFor: () => null }, visit)).toBeNull();
      expect(sent.status).toBe(404);
    }
    const { visit } = visitOf("/nothing");
    await admit({ ...OPEN, leastFor: () => null }, visit);
    expect(visit.request.url).toBe("/_not-found");
  });

  it("not where the refusal cannot be noted", async () => {
    const person = { ...LOCAL_VIEWER, kind: "person", role: "viewer" } as const;
    const gate: Gate = {
      ...OPEN,
      leastFor: () => "admin",
      identify: async ({ peer }) => ({ viewer: person, peer, sessionId: null }),
      noteRefusal: broken,
    };
    await expect(admit(gate, visitOf("/admin/audit").visit)).rejects.toThrow("does not answer");
  });

  it("and strangers are told no more than to sign in", async () => {
    const { visit, sent } = visitOf("/api/v1/attempts/x");
    const gate: Gate = { ...OPEN, identify: async ({ peer }) => ({ viewer: ANYONE, peer, sessionId: null }) };
    expect(await admit(gate, visit)).toBeNull();
    expect([sent.status, JSON.parse(sent.body)]).toEqual([
      401,
      { error: { code: "not-allowed", message: "Sign in first." } },
    ]);
  });
});

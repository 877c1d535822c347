import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { Asker } from "@/lib/server/access/asker";
import { currentVisitor } from "@/lib/server/access/current-viewer";
import type { DeedParts } from "@/lib/server/deeds/deed";
import { createGate } from "@/lib/server/sign-in/create-gate";
import { createSessionDeeds } from "@/lib/server/sign-in/session-deeds";
import type { SignInParts } from "@/lib/server/sign-in/sign-in-parts";
import type { SignInSettings } from "@/lib/server/sign-in/sign-in-settings";
import { createFront, type Handler } from "@/lib/server/web/create-front";
import type { RefusalReason } from "@/lib/server/web/check-request";
import { createRateLimit } from "@/lib/server/web/rate-limit";
import type { RequestNote } from "@/lib/server/web/request-note";
import { toFrontSettings } from "@/lib/server/web/to-front-settings";
import { findFreePort } from "./find-free-port";

/** A front server with real sessions, and before something that tells who asks. */
export interface RunningFront {
  readonly url: string;
  readonly port: number;
  readonly notes: OwnAuditNote[];
  readonly deeds: ReturnType<typeof createSessionDeeds>;
  /** Moves the clock of the sessions. */
  wait(ms: number): void;
  close(): Promise<void>;
}

export interface FrontWish {
  /** By the address that the front server will have. */
  readonly signIn: (url: string) => SignInSettings | Promise<SignInSettings>;
  readonly handle?: Handler;
  readonly onAnswer?: (note: RequestNote) => void;
  readonly onToken?: () => void;
  readonly onRefuse?: (reason: RefusalReason) => void;
  readonly onError?: (error: unknown) => void;
  readonly warn?: SignInParts["warn"];
  /** How many questions each may ask in a minute; default: any number. */
  readonly mostQuestions?: number;
}

const STRANGER: Asker = {
  viewer: { kind: "anyone", id: "anyone", name: "anyone", role: null, clusters: [] },
  peer: null,
  sessionId: null,
};

export async function startFront({
  signIn,
  handle = tellAsker,
  warn = () => undefined,
  mostQuestions,
  ...told
}: FrontWish): Promise<RunningFront> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = await signIn(url);
  const dataDir = await mkdtemp(join(tmpdir(), "gatebook-front-"));
  const notes: OwnAuditNote[] = [];
  const audit = { note: async (note: OwnAuditNote) => void notes.push(note) };
  let later = 0;
  const clock = { now: () => Date.now() + later };
  const deeds = createSessionDeeds({ dataDir, clock, audit } as unknown as DeedParts);
  const gate = createGate(settings, {
    clock,
    audit,
    warn,
    deeds: {
      openSession: (query) => deeds.openSession.run(STRANGER, query),
      readSession: (query) => deeds.readSession.run(STRANGER, query),
      closeSession: (query) => deeds.closeSession.run(STRANGER, query),
    },
  });
  const questions =
    mostQuestions === undefined
      ? { take: () => null, look: () => null }
      : createRateLimit({ most: mostQuestions, perMs: 60_000, now: clock.now });
  const server = createFront({ handle, settings: toFrontSettings(port, settings), gate, questions, ...told });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(dataDir, { recursive: true });
  };
  const wait = (ms: number) => {
    later += ms;
  };
  return { url, port, notes, deeds, wait, close };
}

const tellAsker: Handler = async (_request, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(currentVisitor()));
};

import type { Session } from "@/lib/ports/sessions";
import { ANYONE } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import type { Visit } from "../web/admit";
import { pathOf } from "../web/refuse";
import { askFirst, isLedHere } from "./led-here";
import { OidcCallback } from "./oidc-callback";
import { OidcClient } from "./oidc-client";
import { limitTries } from "./limit-tries";
import { PendingSignIns } from "./pending-sign-ins";
import { safeReturnTo } from "./return-to";
import { type CookieName, cookieNamed, printCookie, readCookie } from "./session-cookie";
import { SessionKeeper } from "./session-keeper";
import type { SignInMode } from "./sign-in-mode";
import { respondPage } from "./sign-in-page";
import type { SignInParts } from "./sign-in-parts";
import type { OidcSettings } from "./sign-in-settings";
import { toViewer } from "./to-viewer";

/** As long as a sign-in may be under way. */
const PENDING_S = 600;

/** What pages ask by themselves: it keeps no session from ending. */
const UNASKED = /^\/api\/v1\/(live|coverage|health|overview|clusters)$/;

/** Signing in at an OpenID provider, with sessions of our own. */
export function createOidcSignIn(settings: OidcSettings, parts: SignInParts): SignInMode {
  const keeper = new SessionKeeper(parts.deeds, parts.clock.now);
  const client = new OidcClient(settings);
  const pending = new PendingSignIns(parts.clock);
  const cookies = {
    session: cookieNamed("gatebook", settings.publicUrl),
    pending: cookieNamed("gatebook-sign-in", settings.publicUrl),
  };
  const callback = new OidcCallback({ settings, parts, keeper, client, pending, cookies });
  const limit = limitTries(parts.clock.now);
  return {
    identify: (visit) => identify(visit, { settings, keeper, cookie: cookies.session }),
    isStill: async ({ request }, { sessionId }) => {
      const secret = readCookie(request.headers, cookies.session);
      return secret !== null && (await keeper.read(secret, false))?.id === sessionId;
    },
    routes: {
      "GET /sign-in": async (visit) => showSignIn(visit),
      "GET /sign-in/start": limit((visit) =>
        begin(visit, { client, pending, parts, cookie: cookies.pending }),
      ),
      "GET /sign-in/callback": limit((visit) => callback.answer(visit)),
      "POST /sign-out": (visit) => signOut(visit, { parts, settings, keeper, cookie: cookies.session }),
    },
  };
}

async function identify(
  { request, peer }: Visit,
  { settings, keeper, cookie }: { settings: OidcSettings; keeper: SessionKeeper; cookie: CookieName },
): Promise<Asker> {
  const secret = readCookie(request.headers, cookie);
  const session = secret === null ? null : await keeper.read(secret, !UNASKED.test(pathOf(request)));
  if (session === null) return { viewer: ANYONE, peer, sessionId: null };
  return toAsker(session, settings, peer);
}

/** By the mapping of now, not of when it began. */
function toAsker({ id, identity }: Session, { rules }: OidcSettings, peer: string | null): Asker {
  return { viewer: toViewer(identity, rules), peer, sessionId: id };
}

function showSignIn({ request, response }: Visit): void {
  const query = new URLSearchParams(request.url?.split("?", 2)[1] ?? "");
  const returnTo = new URLSearchParams({ returnTo: safeReturnTo(query.get("returnTo")) });
  const lines = query.has("out")
    ? ["You are signed out of Gatebook. Your sign-in service may still know you."]
    : ["Gatebook shows who got in to your clusters. Sign in to go on."];
  const link = { href: `/sign-in/start?${returnTo}`, text: "Sign in" };
  respondPage(request, response, {
    status: 200,
    title: query.has("out") ? "Signed out" : "Sign in",
    lines,
    link,
  });
}

interface Beginning {
  readonly client: OidcClient;
  readonly pending: PendingSignIns;
  readonly parts: SignInParts;
  readonly cookie: CookieName;
}

async function begin(
  { request, response }: Visit,
  { client, pending, parts, cookie }: Beginning,
): Promise<void> {
  const query = new URLSearchParams(request.url?.split("?", 2)[1] ?? "");
  const returnTo = safeReturnTo(query.get("returnTo"));
  if (isLedHere(request)) return askFirst(response, returnTo);
  try {
    const begun = await client.begin(returnTo);
    const secret = pending.add(begun.pending);
    response.writeHead(303, { location: begun.url, "set-cookie": printCookie(cookie, secret, PENDING_S) });
    response.end();
  } catch (error) {
    parts.warn({ error: String(error) }, "The sign-in service cannot be asked");
    const lines = ["The sign-in service does not answer as it should. Try again; Gatebook's log says why."];
    respondPage(request, response, {
      status: 503,
      title: "Not now",
      lines,
      link: { href: "/sign-in", text: "Try again" },
    });
  }
}

interface Ending {
  readonly parts: SignInParts;
  readonly settings: OidcSettings;
  readonly keeper: SessionKeeper;
  readonly cookie: CookieName;
}

/** Ends the session itself, not only the browser's cookie of it (facts: security §6). */
async function signOut(
  { request, response, peer }: Visit,
  { parts, settings, keeper, cookie }: Ending,
): Promise<void> {
  const secret = readCookie(request.headers, cookie);
  const session = secret === null ? null : await keeper.close(secret);
  if (session !== null) {
    const { viewer } = toAsker(session, settings, peer);
    await parts.audit.note({ deed: "sign-out", viewer, peer, target: session.id, outcome: "done" });
  }
  response.setHeader("clear-site-data", '"cache", "cookies", "storage"');
  response.writeHead(200, { "content-type": "application/json", "set-cookie": printCookie(cookie, "", 0) });
  response.end(`${JSON.stringify({ next: "/sign-in?out" })}\n`);
}

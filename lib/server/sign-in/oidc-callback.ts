import type { Identity } from "@/lib/ports/sessions";
import { ANYONE, type Viewer } from "@/lib/ports/viewer";
import type { Visit } from "../web/admit";
import { type OidcClient, SignInRefused } from "./oidc-client";
import type { PendingSignIn, PendingSignIns } from "./pending-sign-ins";
import { type CookieName, printCookie, readCookie } from "./session-cookie";
import type { SessionKeeper } from "./session-keeper";
import { respondPage } from "./sign-in-page";
import type { SignInParts } from "./sign-in-parts";
import type { OidcSettings } from "./sign-in-settings";
import { toViewer } from "./to-viewer";

/** The browser forgets it sooner than the engine ends the session. */
const SESSION_S = 12 * 60 * 60;

interface CallbackParts {
  readonly settings: OidcSettings;
  readonly parts: SignInParts;
  readonly keeper: SessionKeeper;
  readonly client: OidcClient;
  readonly pending: PendingSignIns;
  readonly cookies: { readonly session: CookieName; readonly pending: CookieName };
}

/** Coming back from the provider: the session begins here, with an id of its own. */
export class OidcCallback {
  readonly #own: CallbackParts;

  constructor(own: CallbackParts) {
    this.#own = own;
  }

  async answer(visit: Visit): Promise<void> {
    const { cookies, pending } = this.#own;
    const { request, response } = visit;
    const secret = readCookie(request.headers, cookies.pending);
    // Taken once, whatever comes of it: nothing can be tried again with the same state.
    const begun = secret === null ? null : pending.take(secret);
    response.setHeader("set-cookie", printCookie(cookies.pending, "", 0));
    try {
      if (begun === null) throw new SignInRefused("No sign-in is under way in this browser");
      const query = request.url?.slice(request.url.indexOf("?")) ?? "";
      await this.#enter(visit, await this.#own.client.finish(query, begun), begun);
    } catch (error) {
      await this.#refuse(visit, error);
    }
  }

  async #enter(visit: Visit, identity: Identity, { returnTo }: PendingSignIn): Promise<void> {
    const { settings, parts, keeper, cookies } = this.#own;
    const viewer = toViewer(identity, settings.rules);
    if (viewer.role === null) return this.#noGroup(visit, viewer);
    const { request, response, peer } = visit;
    const secret = await keeper.open(
      { ...identity, groups: named(identity, settings) },
      readCookie(request.headers, cookies.session),
      peer,
    );
    await parts.audit.note({ deed: "sign-in", viewer, peer, target: viewer.id, outcome: "done" });
    response.writeHead(303, {
      location: returnTo,
      "set-cookie": [printCookie(cookies.pending, "", 0), printCookie(cookies.session, secret, SESSION_S)],
    });
    response.end();
  }

  async #noGroup({ request, response, peer }: Visit, viewer: Viewer): Promise<void> {
    const note = { deed: "sign-in-refused", viewer, peer, target: viewer.id, outcome: "refused" } as const;
    await this.#own.parts.audit.note({ ...note, facts: { why: "no group with a role" } });
    const lines = [
      `You are signed in as ${viewer.name}, but none of your groups has a role in Gatebook.`,
      "Ask whoever runs it to give one of your groups a role (signIn: roles: in its config), then sign in again.",
    ];
    respondPage(request, response, {
      status: 403,
      title: "No access",
      lines,
      link: { href: "/sign-in", text: "Sign in again" },
    });
  }

  async #refuse({ request, response, peer }: Visit, error: unknown): Promise<void> {
    const { parts } = this.#own;
    const isRefusal = error instanceof SignInRefused;
    const why = error instanceof Error ? error.message : String(error);
    parts.warn({ why }, "A sign-in was not taken");
    const note = {
      deed: "sign-in-refused",
      viewer: ANYONE,
      peer,
      target: "sign-in",
      facts: { why },
    } as const;
    const noted = parts.audit.note({ ...note, outcome: isRefusal ? "refused" : "failed" });
    // Nobody was let in: without the engine, which keeps the log, this is said all the same.
    await noted.catch((lost: unknown) =>
      parts.warn({ why: String(lost) }, "A refusal is not in the audit log"),
    );
    const lines = [
      isRefusal
        ? "This sign-in cannot be taken: it is not the one that this browser began, or it took too long."
        : "Signing in failed; Gatebook's log says why.",
    ];
    const status = isRefusal ? 403 : 503;
    respondPage(request, response, {
      status,
      title: "Not signed in",
      lines,
      link: { href: "/sign-in", text: "Sign in again" },
    });
  }
}

/** Only groups that mean something here are kept. */
function named({ groups }: Identity, { rules }: OidcSettings): string[] {
  return groups.filter((group) => rules.some((rule) => rule.group === group));
}

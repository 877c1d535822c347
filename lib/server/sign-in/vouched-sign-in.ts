import { ANYONE } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import type { Visit } from "../web/admit";
import type { Check } from "./alb-check";
import { createAlbSignOut } from "./alb-sign-out";
import { createDisbelief } from "./note-disbelief";
import type { SignInMode } from "./sign-in-mode";
import type { SignInParts } from "./sign-in-parts";
import { respondPage } from "./sign-in-page";
import type { AlbSettings, HeaderSettings } from "./sign-in-settings";
import { toViewer } from "./to-viewer";

/** Where a load balancer or a proxy signs people in, and says with each request who they are: there is no session of ours. */
export function createVouchedSignIn(
  settings: AlbSettings | HeaderSettings,
  check: Check,
  parts: Omit<SignInParts, "deeds">,
): SignInMode {
  const keeper = settings.mode === "alb" ? "balancer" : "proxy";
  const noteDisbelief = createDisbelief(settings, parts);
  const identify = async (visit: Visit): Promise<Asker> => {
    const { request, peer } = visit;
    const identity = await check(request);
    if (identity === null) noteDisbelief(visit);
    if (identity === null) return { viewer: ANYONE, peer, sessionId: null };
    return { viewer: toViewer(identity, settings.rules), peer, sessionId: null, keeper };
  };
  return {
    identify,
    // What it said came with the request; the next one says anew.
    isStill: async () => true,
    routes:
      settings.mode === "alb"
        ? createAlbSignOut(settings, {
            ...parts,
            identify,
            explain: (visit) => explain(visit, "the load balancer"),
          })
        : { "GET /sign-in": async (visit) => explain(visit, "the proxy") },
  };
}

function explain({ request, response }: Visit, who: string): void {
  const lines = [
    `Gatebook takes from ${who} in front of it who you are, and it did not say so in a way that can be believed.`,
    "Open Gatebook by its usual address. If that is what you did, ask whoever runs it.",
  ];
  respondPage(request, response, { status: 401, title: "Not signed in", lines, link: null });
}

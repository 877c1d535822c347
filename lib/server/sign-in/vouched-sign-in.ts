import { ANYONE } from "@/lib/ports/viewer";
import type { Visit } from "../web/admit";
import type { Check } from "./alb-check";
import { createDisbelief } from "./note-disbelief";
import type { SignInMode } from "./sign-in-mode";
import { respondPage } from "./sign-in-page";
import type { SignInParts } from "./sign-in-parts";
import type { AlbSettings, HeaderSettings } from "./sign-in-settings";
import { toViewer } from "./to-viewer";

/** Where a load balancer or a proxy signs people in, and says with each request who they are: there is no session of ours. */
export function createVouchedSignIn(
  settings: AlbSettings | HeaderSettings,
  check: Check,
  parts: SignInParts,
): SignInMode {
  const { rules, mode } = settings;
  const noteDisbelief = createDisbelief(settings, parts);
  return {
    identify: async (visit) => {
      const { request, peer } = visit;
      const identity = await check(request);
      if (identity === null) noteDisbelief(visit);
      return { viewer: identity === null ? ANYONE : toViewer(identity, rules), peer, sessionId: null };
    },
    // What it said came with the request; the next one says anew.
    isStill: async () => true,
    routes: { "GET /sign-in": async (visit) => explain(visit, mode) },
  };
}

function explain({ request, response }: Visit, mode: "alb" | "header"): void {
  const who = mode === "alb" ? "the load balancer" : "the proxy";
  const lines = [
    `Gatebook takes from ${who} in front of it who you are, and it did not say so in a way that can be believed.`,
    "Open Gatebook by its usual address. If that is what you did, ask whoever runs it.",
  ];
  respondPage(request, response, { status: 401, title: "Not signed in", lines, link: null });
}

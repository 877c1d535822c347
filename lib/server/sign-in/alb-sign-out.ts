import type { OwnAuditLog } from "@/lib/ports/own-audit-log";
import type { Asker } from "../access/asker";
import type { Visit } from "../web/admit";
import type { SignInMode } from "./sign-in-mode";
import { type PlainPage, respondPage } from "./sign-in-page";
import type { AlbSettings } from "./sign-in-settings";

interface SignOutParts {
  readonly audit: OwnAuditLog;
  readonly identify: (visit: Visit) => Promise<Asker>;
  /** Answers who is not signed in and did not sign out. */
  readonly explain: (visit: Visit) => void;
}

/** The load balancer keeps its session in the browser, in up to four cookies of this name and a number. */
const COOKIES = [0, 1, 2, 3].map((number) => `AWSELBAuthSessionCookie-${number}`);

/**
 * Signing out as AWS documents it for load balancers: its cookies are taken away, and the browser is sent to where the
 * provider signs out, where the config names that. Without it the provider may let the browser in again unasked.
 */
export function createAlbSignOut({ signOutUrl }: AlbSettings, parts: SignOutParts): SignInMode["routes"] {
  return {
    "GET /sign-in": async (visit) => {
      const isOut = /\?out$/.test(visit.request.url ?? "");
      if (!isOut) return parts.explain(visit);
      const { viewer } = await parts.identify(visit);
      respondPage(visit.request, visit.response, viewer.kind === "anyone" ? SIGNED_OUT : SIGNED_IN_AGAIN);
    },
    "POST /sign-out": async (visit) => {
      const { viewer, peer } = await parts.identify(visit);
      if (viewer.kind === "person")
        await parts.audit.note({ deed: "sign-out", viewer, peer, target: viewer.id, outcome: "done" });
      const { response } = visit;
      response.setHeader("clear-site-data", '"cache", "cookies", "storage"');
      const cookies = COOKIES.map((name) => `${name}=; Path=/; Max-Age=0; Secure; HttpOnly`);
      response.writeHead(200, { "content-type": "application/json", "set-cookie": cookies });
      response.end(`${JSON.stringify({ next: signOutUrl ?? "/sign-in?out" })}\n`);
    },
  };
}

const SIGNED_OUT: PlainPage = {
  status: 200,
  title: "Signed out",
  lines: ["The load balancer has forgotten this browser. Your sign-in service may still know you."],
  link: { href: "/", text: "Sign in" },
};

const SIGNED_IN_AGAIN: PlainPage = {
  status: 200,
  title: "Signed in again",
  lines: [
    "The load balancer has forgotten this browser, but your sign-in service still knew you and let you in again at once.",
    "To be out for good, sign out there too, then close the browser.",
  ],
  link: { href: "/", text: "Go on" },
};

import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { isLoopbackHost } from "./is-loopback";
import { findRule } from "../access/find-rule";
import type { Gate, Visit } from "../web/admit";
import { METRICS, PROBES } from "../web/operations-paths";
import { pathOf } from "../web/refuse";
import { createAlbCheck } from "./alb-check";
import { createHeaderCheck } from "./header-check";
import { holdToSession } from "./hold-to-session";
import { createOidcSignIn } from "./oidc-sign-in";
import { readSecret } from "./read-secret";
import { refusePage } from "./refuse-page";
import type { SignInMode } from "./sign-in-mode";
import type { SignInParts } from "./sign-in-parts";
import type { SignInSettings } from "./sign-in-settings";
import { createVouchedSignIn } from "./vouched-sign-in";

/** Who asks and what he may, by the way people sign in here. */
export function createGate(settings: SignInSettings, parts: SignInParts): Gate {
  const mode = createMode(settings, parts);
  const isLocal = settings.mode === "local";
  const routeOf = ({ request }: Visit) => {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const key = `${method} ${pathOf(request)}`;
    return Object.hasOwn(mode.routes, key) ? mode.routes[key] : undefined;
  };
  return {
    isWritable: (path) => Object.hasOwn(mode.routes, `POST ${path}`) || findRule(path, "POST") !== null,
    leastFor: (visit) => findLeast(visit, isLocal),
    answer: async (visit) => {
      const route = routeOf(visit);
      await route?.(visit);
      return route !== undefined;
    },
    identify: mode.identify,
    refusePage: async (visit, asker, least) => refusePage(visit, { asker, least, mode: settings.mode }),
    noteRefusal: ({ viewer, peer }, path, least) =>
      parts.audit.note({
        deed: "access-refused",
        viewer,
        peer,
        target: path,
        outcome: "refused",
        facts: { least },
      }),
    hold: (visit, asker) => {
      if (asker.sessionId !== null) holdToSession(visit, () => mode.isStill(visit, asker));
    },
  };
}

function createMode(settings: SignInSettings, parts: SignInParts): SignInMode {
  if (settings.mode === "oidc") return createOidcSignIn(settings, parts);
  if (settings.mode === "alb") return createVouchedSignIn(settings, createAlbCheck(settings), parts);
  if (settings.mode === "header")
    return createVouchedSignIn(settings, createHeaderCheck(settings, readSecret(settings.secret)), parts);
  const identify: SignInMode["identify"] = async ({ peer }) => ({
    viewer: LOCAL_VIEWER,
    peer,
    sessionId: null,
  });
  return { identify, isStill: async () => true, routes: {} };
}

/** Files of ours that every page is made of, the same for all. */
const ASSETS = /^\/(_next\/static\/.|icon\.svg$)/;

function findLeast({ request }: Visit, isLocal: boolean): ReturnType<typeof findRule> {
  const path = pathOf(request);
  if (PROBES.includes(path) || ASSETS.test(path)) return request.method === "POST" ? null : "anyone";
  if (path === METRICS) return isLocal || isOfThisMachine({ request }) ? "anyone" : "admin";
  return findRule(path, request.method === "HEAD" ? "GET" : (request.method ?? "GET"));
}

/** Asked on this machine itself, not passed on by a proxy that runs here. */
function isOfThisMachine({ request }: Pick<Visit, "request">): boolean {
  const isPassedOn = request.rawHeaders.some(
    (name, i) => i % 2 === 0 && /^(x[-_]forwarded|forwarded$|via$)/i.test(name),
  );
  const { hostname } = new URL(`http://${request.headers.host}`);
  return !isPassedOn && isLoopbackHost(request.socket.remoteAddress ?? "") && isLoopbackHost(hostname);
}

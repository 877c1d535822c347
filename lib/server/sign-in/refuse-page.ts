import type { Asker } from "../access/asker";
import type { Least } from "../access/route-rules";
import type { Visit } from "../web/admit";
import { safeReturnTo } from "./return-to";
import { respondPage } from "./sign-in-page";
import type { SignInSettings } from "./sign-in-settings";

interface PageRefusal {
  readonly asker: Asker;
  readonly least: Least;
  readonly mode: SignInSettings["mode"];
}

const FOR = { anyone: "anyone", viewer: "viewers", auditor: "auditors and admins", admin: "admins" } as const;

/** A page that may not be seen: strangers are sent to sign in, others told which role it takes. */
export function refusePage({ request, response }: Visit, { asker, least, mode }: PageRefusal): void {
  const { viewer } = asker;
  if (viewer.kind === "anyone") {
    const returnTo = new URLSearchParams({ returnTo: safeReturnTo(request.url ?? "/") });
    response.writeHead(303, { location: mode === "oidc" ? `/sign-in?${returnTo}` : "/sign-in" });
    response.end();
    return;
  }
  const has = viewer.role === null ? "none of your groups has one" : `you are ${viewer.role}`;
  const lines = [
    `You are signed in as ${viewer.name}. This page is for ${FOR[least]}; ${has}.`,
    "Whoever runs Gatebook gives roles to groups.",
  ];
  const link = viewer.role === null ? null : { href: "/", text: "To the first page" };
  respondPage(request, response, { status: 403, title: "Not for your role", lines, link });
}

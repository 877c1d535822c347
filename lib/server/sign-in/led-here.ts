import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Whether another site's page brought the browser here. No page of others may sign somebody in without his doing (OWASP
 * ASVS 7.6.2). Old browsers do not tell.
 */
export function isLedHere({ headers }: Pick<IncomingMessage, "headers">): boolean {
  const { "sec-fetch-site": site = "none" } = headers;
  return site !== "same-origin" && site !== "none";
}

/** Leads to the page with the button. */
export function askFirst(response: ServerResponse, returnTo: string): void {
  response.writeHead(303, { location: `/sign-in?${new URLSearchParams({ returnTo })}` });
  response.end();
}

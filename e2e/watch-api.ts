import type { Page, Response } from "@playwright/test";
import { ApiDocument } from "./api-document";

const documents = new Map<string, Promise<ApiDocument>>();

/** Holds every answer of the API that a page gets against the server's document. Call the result for the breaches. */
export function watchApi(page: Page): () => Promise<string[]> {
  const checks: Promise<string[]>[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const isJson = response.headers()["content-type"]?.startsWith("application/json") ?? false;
    if (pathname.startsWith("/api/") && isJson && !pathname.endsWith("/openapi.json"))
      checks.push(check(response));
  });
  return async () => (await Promise.all(checks)).flat();
}

async function check(response: Response): Promise<string[]> {
  const { origin } = new URL(response.url());
  const { cookie } = await response.request().allHeaders();
  const document = documents.get(origin) ?? ApiDocument.load(origin, cookie);
  documents.set(origin, document);
  // A page that has moved on does not keep the answers to its questions.
  const body: unknown = await response.json().catch(() => undefined);
  if (body === undefined) return [];
  const answer = {
    method: response.request().method(),
    url: response.url(),
    status: response.status(),
    body,
  };
  return (await document).findBreaches(answer);
}

import { type APIRequestContext, expect } from "@playwright/test";

/** Writes as a page of the dashboard does; gives the answer. */
export async function writeAsPage<T>(request: APIRequestContext, address: string, data: unknown): Promise<T> {
  const headers = { origin: new URL(address).origin };
  const response = await request.post(address, { headers, data });
  expect(response.status(), await response.text()).toBe(200);
  return (await response.json()) as T;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { FullConfig } from "@playwright/test";
import type { CoverageReport, Health } from "@/lib/domain/summarize/coverage/coverage-report";

type Headers = Readonly<Record<string, string>>;

const PATIENCE_MS = 120_000;
const CALM_MS = 1_500;

/** The journeys start when every source has been read once and the number of attempts has settled. */
export default async function waitUntilRead(config: FullConfig): Promise<void> {
  const url = `${config.projects[0]?.use.baseURL}`;
  const end = Date.now() + PATIENCE_MS;
  let attempts = -1;
  while (Date.now() < end) {
    const health = await ask<Health>(`${url}/api/v1/health`);
    if (health && health.attempts === attempts && (await isRead(url))) return;
    attempts = health?.attempts ?? -1;
    await sleep(CALM_MS);
  }
  throw new Error("The sandbox was not read in time");
}

/** Has every source been read once, or failed? */
export async function isRead(url: string, headers: Headers = {}): Promise<boolean> {
  const sources = (await ask<CoverageReport>(`${url}/api/v1/coverage`, headers))?.sources ?? [];
  return sources.length > 0 && sources.every(({ state }) => state === "following" || state === "failed");
}

async function ask<T>(url: string, headers: Headers = {}): Promise<T | null> {
  const response = await fetch(url, { headers }).catch(() => null);
  return response?.ok ? ((await response.json()) as T) : null;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { FullConfig } from "@playwright/test";
import type { CoverageReport, Health } from "@/lib/domain/summarize/coverage-report";

const PATIENCE_MS = 120_000;
const CALM_MS = 1_500;

/** The journeys start when every source has been read once and the number of attempts has settled. */
export default async function waitUntilRead(config: FullConfig): Promise<void> {
  const api = `${config.projects[0]?.use.baseURL}/api/v1`;
  const end = Date.now() + PATIENCE_MS;
  let attempts = -1;
  while (Date.now() < end) {
    const coverage = await ask<CoverageReport>(`${api}/coverage`);
    const health = await ask<Health>(`${api}/health`);
    if (coverage && health && isRead(coverage) && health.attempts === attempts) return;
    attempts = health?.attempts ?? -1;
    await sleep(CALM_MS);
  }
  throw new Error("The sandbox was not read in time");
}

async function ask<T>(url: string): Promise<T | null> {
  const response = await fetch(url).catch(() => null);
  return response?.ok ? ((await response.json()) as T) : null;
}

function isRead({ sources }: CoverageReport): boolean {
  return sources.length > 0 && sources.every(({ state }) => state === "following");
}

import { setTimeout as sleep } from "node:timers/promises";
import type { FullConfig } from "@playwright/test";
import type { CoverageReport } from "@/lib/domain/summarize/coverage-report";

const PATIENCE_MS = 120_000;

/** The journeys start when every source has been read once. */
export default async function waitUntilRead(config: FullConfig): Promise<void> {
  const url = `${config.projects[0]?.use.baseURL}/api/v1/coverage`;
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const response = await fetch(url);
    if (response.ok && isRead((await response.json()) as CoverageReport)) return;
    await sleep(500);
  }
  throw new Error("The sandbox was not read in time");
}

function isRead({ sources }: CoverageReport): boolean {
  return sources.length > 0 && sources.every(({ state }) => state === "following");
}

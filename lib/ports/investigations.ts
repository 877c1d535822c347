import type { Facets, Histogram } from "@/lib/domain/summarize/attempt-counts";
import type { AttemptDetail } from "@/lib/domain/summarize/attempt-detail";
import type { AttemptFilter } from "@/lib/domain/summarize/attempt-filter";
import type { AttemptPage } from "@/lib/domain/summarize/attempt-page";
import type { CoverageReport, Health } from "@/lib/domain/summarize/coverage-report";
import type { Viewer } from "./viewer";

/** The questions Gatebook answers. Pages, API and command line all ask through this, in or out of process. Values are plain JSON. */
export interface Investigations {
  searchAttempts(viewer: Viewer, query: AttemptQuery): Promise<AttemptPage>;
  /** null = no such attempt. */
  explainAttempt(viewer: Viewer, query: { readonly id: string }): Promise<AttemptDetail | null>;
  countByTime(
    viewer: Viewer,
    query: { readonly filter: AttemptFilter; readonly buckets: number },
  ): Promise<Histogram>;
  countByFacet(
    viewer: Viewer,
    query: { readonly filter: AttemptFilter; readonly limit: number },
  ): Promise<Facets>;
  reportCoverage(viewer: Viewer, query: Record<string, never>): Promise<CoverageReport>;
  reportHealth(viewer: Viewer, query: Record<string, never>): Promise<Health>;
}

export interface AttemptQuery {
  readonly filter: AttemptFilter;
  readonly cursor: string | null;
  /** 1 to 500. */
  readonly limit: number;
}

import type { Endpoint } from "./endpoint";
import { clusterListSchema, clusterReportSchema } from "./schemas/cluster-schemas";
import { coverageReportSchema, healthSchema } from "./schemas/coverage-schemas";
import { overviewSchema } from "./schemas/overview-schema";

/** What the API answers about what was read, of which clusters, and how they stand. */
export const coverageEndpoints = {
  reportOverview: {
    path: "/api/v1/overview",
    name: "Overview",
    summary:
      "All clusters over the last hours or days: their health, attempts over time, why many were denied, and what is new. Of the time only a range of 90 days at most can be given; it begins at a whole hour.",
    query: [],
    view: ["range"],
    schema: overviewSchema,
  },
  reportCoverage: {
    path: "/api/v1/coverage",
    name: "CoverageReport",
    summary: "What was read, what could not be, and why.",
    query: null,
    schema: coverageReportSchema,
  },
  reportClusters: {
    path: "/api/v1/clusters",
    name: "ClusterList",
    summary: "The clusters, with how it stands with their logs.",
    query: null,
    schema: clusterListSchema,
  },
  reportCluster: {
    path: "/api/v1/clusters/[name]",
    name: "ClusterReport",
    summary: "One cluster: its sources, what is missing of them, and what they cannot tell.",
    query: null,
    inPath: { name: "The name it is shown by." },
    schema: clusterReportSchema,
  },
  reportHealth: {
    path: "/api/v1/health",
    name: "Health",
    summary: "Whether all sources can be read.",
    query: null,
    schema: healthSchema,
  },
} as const satisfies Record<string, Endpoint<unknown>>;

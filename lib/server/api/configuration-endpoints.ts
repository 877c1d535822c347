import type { Endpoint } from "./endpoint";
import {
  becomeReportSchema,
  configurationReportSchema,
  mappingBaseSchema,
  whatIfReportSchema,
} from "./schemas/configuration-schemas";
import { attemptReachSchema } from "./schemas/reach-schemas";

const CLUSTER = { name: "The name the cluster is shown by." };

/** What the API answers about who may come in to a cluster, and what for. */
export const configurationEndpoints = {
  reachOfAttempt: {
    path: "/api/v1/attempts/[id]/reach",
    name: "AttemptReach",
    summary:
      "What the Kubernetes identity of one attempt may do, by roles, bindings and access policies; whether it may do one thing, where that is asked: verb, resource such as deployments.apps or pods/exec, namespace, name.",
    query: ["verb", "resource", "namespace", "name"],
    view: [],
    inPath: { id: "The attempt's id." },
    schema: attemptReachSchema,
  },
  reportConfiguration: {
    path: "/api/v1/clusters/[name]/configuration",
    name: "ConfigurationReport",
    summary:
      "Who may come in to a cluster just now: mode, access entries, aws-auth, hidden entries, with findings and every change that is known.",
    query: null,
    inPath: CLUSTER,
    schema: configurationReportSchema,
  },
  readMappings: {
    path: "/api/v1/clusters/[name]/mappings",
    name: "MappingBase",
    summary: "The mappings of a cluster with those who came within ninety days, to try an edit of them.",
    query: null,
    inPath: CLUSTER,
    schema: mappingBaseSchema,
  },
  whatIf: {
    path: "/api/v1/clusters/[name]/what-if",
    name: "WhatIfReport",
    summary:
      "As whom somebody would come in, by which entry, and what he could do: `who` is an ARN, an e-mail or session's name, or the name of a permission set, a role or a user.",
    query: ["who"],
    view: ["session"],
    inPath: CLUSTER,
    schema: whatIfReportSchema,
  },
  whoCanBecome: {
    path: "/api/v1/clusters/[name]/who-can-become",
    name: "BecomeReport",
    summary: "Who could come in as a username, or with a group: one of the two is given.",
    query: [],
    view: ["username", "group"],
    inPath: CLUSTER,
    schema: becomeReportSchema,
  },
} as const satisfies Record<string, Endpoint<unknown>>;

import type { Endpoint } from "./endpoint";
import { whoIsBehindSchema } from "./schemas/behind-schemas";
import { whoDidThisSchema } from "./schemas/did-this-schema";
import { clusterAdminSchema } from "./schemas/cluster-admin-schema";
import { mappingUseSchema } from "./schemas/mapping-use-schema";
import { cutOffSchema, whatChangedSchema, whyNotInSchema } from "./schemas/question-schemas";

/** What the API answers to guided questions. */
export const questionEndpoints = {
  whoIsBehind: {
    path: "/api/v1/questions/who-is-behind",
    name: "WhoIsBehind",
    summary: "The people and workloads behind a name, an id or a line of a log: `who` is needed.",
    query: ["who"],
    view: ["cluster", "range", "from", "to"],
    schema: whoIsBehindSchema,
  },
  whoDidThis: {
    path: "/api/v1/questions/who-did-this",
    name: "WhoDidThis",
    summary:
      "Who did something in a cluster, as far as requests are kept: one of `verb`, `resource`, `namespace`, `name` and `username` is needed, in kubectl's words or the audit log's.",
    query: ["verb", "resource", "namespace", "name"],
    view: ["username", "cluster", "range", "from", "to"],
    schema: whoDidThisSchema,
  },
  whyNotIn: {
    path: "/api/v1/questions/why-not-in",
    name: "WhyNotIn",
    summary: "Why somebody cannot get in to a cluster, stage by stage: `who` and `cluster` are needed.",
    query: ["who", "message"],
    view: ["cluster", "range", "from", "to"],
    schema: whyNotInSchema,
  },
  whatChanged: {
    path: "/api/v1/questions/what-changed",
    name: "WhatChanged",
    summary: "What changed at a cluster before denials began: `cluster` is needed.",
    query: ["who"],
    view: ["cluster", "range", "from", "to"],
    schema: whatChangedSchema,
  },
  cutOff: {
    path: "/api/v1/questions/cut-off",
    name: "CutOff",
    summary:
      "Whether somebody is still in, until when, and what cuts them off: `who` is needed. Nothing is done.",
    query: ["who"],
    view: ["range", "from", "to"],
    schema: cutOffSchema,
  },
  clusterAdmin: {
    path: "/api/v1/questions/who-used-cluster-admin",
    name: "ClusterAdmin",
    summary: "Who came in to a cluster with all rights, and who could have: `cluster` is needed.",
    query: [],
    view: ["cluster", "range", "from", "to"],
    schema: clusterAdminSchema,
  },
  mappingUse: {
    path: "/api/v1/questions/mapping-use",
    name: "MappingUse",
    summary:
      "Who comes by each mapping of a cluster, over all that was read, and what nobody uses: `cluster` is needed. Nothing is done.",
    query: [],
    view: ["cluster"],
    schema: mappingUseSchema,
  },
} as const satisfies Record<string, Endpoint<unknown>>;

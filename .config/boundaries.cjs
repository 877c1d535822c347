// Who may import whom. This table is the architecture; docs/development.md explains it.
const reach = {
  "lib/domain": ["lib/domain"],
  "lib/ports": ["lib/ports", "lib/domain"],
  "lib/sources": ["lib/sources", "lib/ports", "lib/domain"],
  "lib/store": ["lib/store", "lib/ports", "lib/domain"],
  "lib/state": ["lib/state", "lib/ports", "lib/domain"],
  "lib/ingest": ["lib/ingest", "lib/ports", "lib/domain"],
  "lib/investigations": ["lib/investigations", "lib/ports", "lib/domain"],
  "lib/auth": ["lib/auth", "lib/ports", "lib/domain"],
  "lib/search-params": ["lib/search-params", "lib/domain"],
  "lib/share": ["lib/share", "lib/ports", "lib/domain"],
  "lib/sandbox": ["lib/sandbox"],
  "lib/server": ["lib"],
  "lib/cli": ["lib"],
  "lib/testing": ["lib"],
  "components/ui": ["components/ui"],
  components: ["components", "lib/domain", "lib/search-params"],
  app: ["app", "components", "lib/server", "lib/search-params", "lib/domain", "lib/ports"],
};
const OURS = "^(app|components|lib|e2e)/";
const TESTS = "[.](test|spec|child)[.]tsx?$";
const nested = (layer) => Object.keys(reach).filter((other) => other.startsWith(`${layer}/`));
const starts = (layers) => layers.map((layer) => `^${layer}/`);

const layerRules = Object.entries(reach).map(([layer, allowed]) => ({
  name: `${layer.replaceAll("/", "-")}-reach`,
  severity: "error",
  comment: `${layer}/ may import only from: ${allowed.join(", ")}.`,
  from: { path: `^${layer}/`, pathNot: [TESTS, ...starts(nested(layer))] },
  to: { path: OURS, pathNot: starts(allowed) },
}));

// The order of thought: a stage knows the stages before it.
const STAGES = ["time", "identity", "parse", "correlate", "explain", "summarize", "redact"];
const early = {
  time: [],
  identity: ["time"],
  parse: ["time", "identity"],
  correlate: ["time", "identity", "parse"],
};
const stageRules = STAGES.map((stage) => {
  const before = early[stage] ?? STAGES.slice(0, STAGES.indexOf(stage));
  return {
    name: `domain-${stage}-knows-only-earlier-stages`,
    severity: "error",
    comment: `lib/domain/${stage} may know ${["itself", ...before].join(", ")}.`,
    from: { path: `^lib/domain/${stage}/`, pathNot: TESTS },
    to: { path: "^lib/domain/", pathNot: [stage, ...before].map((name) => `^lib/domain/${name}/`) },
  };
});

const SOURCES = ["cloudwatch-logs", "cloudtrail", "eks", "identity-store", "files"];
const sourceRules = SOURCES.map((source) => ({
  name: `source-${source}-is-a-stranger-to-the-others`,
  severity: "error",
  comment: "Sources share lib/sources/aws and nothing else.",
  from: { path: `^lib/sources/${source}/`, pathNot: TESTS },
  to: { path: "^lib/sources/", pathNot: [`^lib/sources/${source}/`, "^lib/sources/aws/"] },
}));

const vendor = (name, packages, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: OURS, pathNot: [TESTS, ...allowed] },
  to: { path: packages },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...stageRules,
    ...sourceRules,
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one file, or miss a third.",
      from: {},
      to: { circular: true },
    },
    {
      name: "domain-has-no-packages",
      severity: "error",
      comment: "The answer must not depend on where it runs: no packages and no Node in the core.",
      from: { path: "^lib/domain/", pathNot: TESTS },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
    {
      name: "sandbox-has-no-packages",
      severity: "error",
      comment: "The sandbox is Node and itself.",
      from: { path: "^lib/sandbox/", pathNot: TESTS },
      to: { dependencyTypes: ["npm", "npm-dev"] },
    },
    {
      name: "only-start-the-sandbox",
      severity: "error",
      comment: "The product starts the sandbox and writes its world; it knows nothing else of it.",
      from: { path: "^lib/(server|cli)/", pathNot: TESTS },
      to: {
        path: "^lib/sandbox/",
        pathNot: "^lib/sandbox/(start-sandbox|write-world|world/[a-z-]+|faults/choose-plan)[.]ts$",
      },
    },
    {
      name: "no-test-code-in-the-product",
      severity: "error",
      comment: "lib/testing is for tests.",
      from: { path: OURS, pathNot: [TESTS, "^lib/testing/", "^e2e/"] },
      to: { path: "^lib/testing/" },
    },
    vendor(
      "aws-only-in-sources",
      "(^|/)node_modules/@(aws-sdk|smithy)/",
      ["^lib/sources/", "^lib/server/aws/"],
      "The AWS SDK stops at the sources and where they are made.",
    ),
    vendor(
      "zod-only-in-the-api",
      "(^|/)node_modules/zod/",
      ["^lib/server/api/"],
      "zod describes the API on the server; 22 kB of it must not reach a browser.",
    ),
    vendor(
      "sign-in-clients-only-in-sign-in",
      "(^|/)node_modules/(openid-client|aws-jwt-verify)/",
      ["^lib/server/sign-in/"],
      "Who vouches for people is known to lib/server/sign-in alone.",
    ),
    vendor(
      "duckdb-only-in-store",
      "(^|/)node_modules/@duckdb/",
      ["^lib/store/duckdb/"],
      "DuckDB is known to lib/store/duckdb alone.",
    ),
    {
      name: "no-unresolved",
      severity: "error",
      comment: "An import that leads nowhere.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(node_modules|[.]next|dist)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};

import { findNode24 } from "./node-24.mjs";

const bin = (name) => `node_modules/.bin/${name}`;
const vitest = (report, ...more) => [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--config",
  ".config/vitest.config.ts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...more,
];
const plain = { TZ: "UTC", LC_ALL: "C.UTF-8", AWS_EC2_METADATA_DISABLED: "true" };
const core = ["lib/domain"];
const node24 = findNode24();

/** In the order of their cost: the cheap ones speak first. */
export const steps = [
  { name: "format", command: () => [bin("biome"), "format", "."] },
  { name: "lint", command: () => [bin("biome"), "lint", "--error-on-warnings", "."] },
  { name: "types", command: () => [bin("tsc"), "--noEmit", "-p", "."] },
  { name: "core-types", command: () => [bin("tsc"), "--noEmit", "-p", ".config/tsconfig.domain.json"] },
  { name: "unit", countTests: true, env: plain, command: (report) => [process.execPath, ...vitest(report)] },
  {
    name: "core-kathmandu",
    countTests: true,
    env: { ...plain, TZ: "Asia/Kathmandu" },
    command: (report) => [process.execPath, ...vitest(report, ...core)],
  },
  {
    name: "core-node-24",
    countTests: true,
    env: plain,
    prepare: node24.prepare,
    command: (report) => [node24.path, ...vitest(report, ...core)],
  },
];

import { findChromium } from "./chromium.mjs";
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
const plain = {
  TZ: "UTC",
  LC_ALL: "C.UTF-8",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  NEXT_TELEMETRY_DISABLED: "1",
};
const node24 = findNode24();

/**
 * What must hold, the cheap before the dear. A step: `command(report)` gives the words to run, `prepare()` may give
 * `{ env }` or `{ problem }`, `countTests` says that the report at that path counts instead of the exit code.
 */
export const steps = [
  { name: "format", command: () => [bin("biome"), "format", "."] },
  { name: "lint", command: () => [bin("biome"), "lint", "--error-on-warnings", "."] },
  { name: "types", prepare: writeNextTypes, command: () => [bin("tsc"), "--noEmit", "-p", "."] },
  { name: "core-types", command: () => [bin("tsc"), "--noEmit", "-p", ".config/tsconfig.domain.json"] },
  {
    name: "boundaries",
    command: () => [
      bin("depcruise"),
      "--config",
      ".config/boundaries.cjs",
      "app",
      "components",
      "lib",
      "e2e",
    ],
  },
  { name: "unused", command: () => [bin("knip"), "--config", ".config/knip.json"] },
  { name: "unit", countTests: true, env: plain, command: (report) => [process.execPath, ...vitest(report)] },
  {
    name: "core-elsewhere",
    countTests: true,
    // The newest Node, and a time zone that no hour of UTC begins in.
    env: { ...plain, TZ: "Asia/Kathmandu" },
    prepare: node24.prepare,
    command: (report) => [node24.path, ...vitest(report, "--project", "core")],
  },
  { name: "soak", env: plain, command: () => [process.execPath, ".config/soak.mjs", "--short"] },
  { name: "build", env: plain, command: () => [process.execPath, "lib/cli/bin/build.mjs"] },
  {
    name: "browser",
    countTests: true,
    env: plain,
    prepare: findChromium,
    command: () => [bin("playwright"), "test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"],
  },
];

/** A clean clone has no next-env.d.ts yet. */
async function writeNextTypes() {
  const { spawnSync } = await import("node:child_process");
  const run = spawnSync(bin("next"), ["typegen"], { encoding: "utf8", env: { ...process.env, ...plain } });
  return run.status === 0 ? {} : { problem: `next typegen failed:\n${run.stderr}` };
}

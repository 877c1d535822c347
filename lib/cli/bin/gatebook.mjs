#!/usr/bin/env node
// `npx gatebook …`: runs the built command line, and builds it first where that was not done yet.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const built = join(root, "dist", "gatebook.mjs");

if (!existsSync(built)) {
  if (!existsSync(join(root, "node_modules"))) {
    console.error("gatebook: its packages are not installed. Run: npm ci");
    process.exit(1);
  }
  console.error("gatebook: building the command line (once) …");
  const { bundle } = await import("./bundle.mjs");
  await bundle(root);
}
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
await import(pathToFileURL(built).href);

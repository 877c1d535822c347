// Puts the optional platform packages back that an install leaves out of package-lock.json when the registry at hand
// lacks their newest version; without them `npm ci` fails for everybody. Run it after every change of dependencies.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { missingPlatformPackages } from "./missing-platform-packages.mjs";

const path = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(path, "utf8"));
const missing = missingPlatformPackages(lock);
for (const { name, version, constraints } of missing) {
  lock.packages[`node_modules/${name}`] = { version, optional: true, ...constraints };
}
const [root, ...others] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(missing.length === 0 ? "The lock is whole." : `Added ${missing.length} platform packages.`);

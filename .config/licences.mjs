// `npm run licences`: whether everything that Gatebook runs with is licensed as it may be; ends with 1 and the names of what is not.
import { readFileSync } from "node:fs";
import { findLicenceTrouble } from "./find-licence-trouble.mjs";

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
const trouble = findLicenceTrouble(lock);
for (const sentence of trouble) console.error(sentence);
if (trouble.length === 0) console.log("All licences are on the list.");
process.exitCode = trouble.length === 0 ? 0 : 1;

import { packagesAtRunTime } from "./packages-at-run-time.mjs";

/** Licences that ask for no more than a notice. */
const ALLOWED = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];

/** Beside these, by a package's name. */
const EXCEPTIONS = [
  // A table of browsers that Next's build reads; nothing of it is served.
  { name: /^caniuse-lite$/, licences: ["CC-BY-4.0"] },
  // Next's optional image library, a shared library of its own; the optimizer is off (next.config.js), so it is never loaded.
  { name: /^@img\/sharp-/, licences: ["LGPL-3.0-or-later"] },
];

/**
 * Packages of a lock that Gatebook runs with whose licence is not among the allowed, as sentences.
 * @returns {string[]}
 */
export function findLicenceTrouble(lock) {
  return packagesAtRunTime(lock).flatMap(({ name, entry }) => {
    const found = entry.license ?? licenceOfParent(lock, name);
    if (found === undefined) return [`${name} tells no licence.`];
    const allowed = [...ALLOWED, ...EXCEPTIONS.flatMap((one) => (one.name.test(name) ? one.licences : []))];
    return isAllowed(found, allowed) ? [] : [`${name} is licensed as ${found}, which is not on the list.`];
  });
}

/** A package of another platform has no licence in the lock (complete-lock.mjs): that of the package it is a part of. */
function licenceOfParent(lock, name) {
  const parent = Object.values(lock.packages).find(
    ({ optionalDependencies = {} }) => name in optionalDependencies,
  );
  return parent?.license;
}

/** By the words of an SPDX expression: one of those beside OR, all of those beside AND. */
function isAllowed(expression, allowed) {
  const ways = expression.replace(/[()]/g, "").split(" OR ");
  return ways.some((way) => way.split(" AND ").every((licence) => allowed.includes(licence.trim())));
}

/**
 * The packages of a lock that an install without those for development has, each with its name.
 * @returns {{ name: string, entry: object }[]}
 */
export function packagesAtRunTime(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== "" && !entry.dev)
    .map(([path, entry]) => ({ name: nameOf(path), entry }));
}

function nameOf(path) {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

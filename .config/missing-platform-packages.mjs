const PLATFORMS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "aix",
  "win32",
];
const CPUS = ["arm64", "arm", "x64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32"];

/**
 * Optional dependencies named by a package of the lock that the lock itself lacks, with the platform their name tells.
 * @returns {{ name: string, version: string, constraints: object }[]}
 */
export function missingPlatformPackages(lock) {
  const found = new Map();
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const present =
        `${parent}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
      if (!present) found.set(name, { name, version, constraints: constraintsOf(name) });
    }
  }
  return [...found.values()];
}

function constraintsOf(name) {
  const words = name.toLowerCase().split(/[-/]/);
  const os = PLATFORMS.find((platform) => words.includes(platform));
  const cpu = CPUS.find((arch) => words.includes(arch));
  const libc =
    words.includes("musl") || words.includes("musleabihf") ? "musl" : words.includes("gnu") ? "glibc" : null;
  return {
    ...(os === undefined ? {} : { os: [os] }),
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === null || os !== "linux" ? {} : { libc: [libc] }),
  };
}

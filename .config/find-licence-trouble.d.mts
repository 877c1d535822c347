import type { Lock } from "./packages-at-run-time.mjs";

export function findLicenceTrouble(lock: Lock): string[];

import type { RequestBudget } from "@/lib/ports/request-budget";

/** The doctor asks little, and waits by itself where AWS throttles. */
export const UNLIMITED: RequestBudget = { send: (request) => request(), isSlowed: () => false };

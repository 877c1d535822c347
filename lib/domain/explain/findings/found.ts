import type { Finding } from "./finding";

/** What a rule finds in an entry; the entry's place comes with it. */
export type Found = Omit<Finding, "place">;

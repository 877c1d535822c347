import type { Finding } from "./finding";

/** What a rule finds in an entry; where the entry stands comes with it. */
export type Found = Omit<Finding, "place" | "principalArn">;

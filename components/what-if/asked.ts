import type { WhatIfAsked } from "@/lib/search-params/clusters/configuration-query";

/** What a what-if page was asked. */
export interface Asked extends WhatIfAsked {
  readonly cluster: string;
}

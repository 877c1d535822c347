import type { IdentityAsked, WhoAsked } from "@/lib/search-params/configuration-query";

/** What a what-if page was asked. */
export interface Asked {
  readonly cluster: string;
  readonly who: WhoAsked | null;
  readonly identity: IdentityAsked | null;
}

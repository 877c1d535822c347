import type { SearchKey } from "@/lib/domain/summarize/attempts/search-language/search-key";
import { FACET_TITLES } from "./facet-words";

/** What one can search by, in words. */
export const KEY_TITLES: Readonly<Record<SearchKey, string>> = {
  ...FACET_TITLES,
  address: "Address",
  key: "Access key id",
  principal: "ARN or unique id",
  text: "Text",
  identity: "Identity",
};

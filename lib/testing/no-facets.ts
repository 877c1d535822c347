/** A filter's facets, all of them left free. */
export const NO_FACETS = {
  decision: [],
  class: [],
  cluster: [],
  username: [],
  group: [],
  role: [],
  session: [],
  account: [],
} as const;

/** Where those who run Gatebook ask whether it lives and is ready: it says nothing that anybody may not know. */
export const PROBES = ["/livez", "/readyz"];

/** Numbers of the reading: clusters' names stand in them. */
export const METRICS = "/metrics";

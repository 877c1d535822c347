import { attemptEndpoints } from "./attempt-endpoints";
import { auditEndpoints } from "./audit-endpoints";
import { configurationEndpoints } from "./configuration-endpoints";
import { coverageEndpoints } from "./coverage-endpoints";
import type { Endpoint } from "./endpoint";
import { identityEndpoints } from "./identity-endpoints";
import { incidentEndpoints } from "./incident-endpoints";
import { linkEndpoints } from "./link-endpoints";
import { questionEndpoints } from "./question-endpoints";
import { requestEndpoints } from "./request-endpoints";
import { sessionEndpoints } from "./session-endpoints";
import { shareEndpoints } from "./share-endpoints";
import { viewEndpoints } from "./view-endpoints";

/** Everything the API answers, but for its own document. */
export const endpoints = {
  ...attemptEndpoints,
  ...requestEndpoints,
  ...identityEndpoints,
  ...coverageEndpoints,
  ...configurationEndpoints,
  ...questionEndpoints,
  ...linkEndpoints,
  ...shareEndpoints,
  ...viewEndpoints,
  ...sessionEndpoints,
  ...auditEndpoints,
  ...incidentEndpoints,
} as const satisfies Record<string, Endpoint<unknown>>;

import { createAuditDeeds } from "../audit/create-audit-deeds";
import { createIncidentDeeds } from "../incidents/create-incident-deeds";
import { createLinkDeeds } from "../links/create-link-deeds";
import { createSessionDeeds } from "../sign-in/session-deeds";
import { createShareDeeds } from "../shares/create-share-deeds";
import { createViewDeeds } from "../views/create-view-deeds";
import type { DeedParts } from "./deed";

export type AllDeeds = ReturnType<typeof createDeeds>;

/** All that people can do with what the engine keeps. */
export function createDeeds(parts: DeedParts) {
  return {
    ...createSessionDeeds(parts),
    ...createAuditDeeds(parts),
    ...createIncidentDeeds(parts),
    ...createShareDeeds(parts),
    ...createLinkDeeds(parts),
    ...createViewDeeds(parts),
  };
}

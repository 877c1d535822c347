import { IDENTITY_KINDS } from "@/lib/domain/identity/identity-ref";
import type { Endpoint } from "./endpoint";
import { identityFindsSchema, identityReportSchema } from "./schemas/identity-schemas";

/** What the API answers about identities. */
export const identityEndpoints = {
  findIdentities: {
    path: "/api/v1/identities",
    name: "IdentityFinds",
    summary:
      "What a name or id is known as, and names that hold the text `q` or look like it; without one the most active.",
    query: ["find", "limit"],
    view: ["q"],
    schema: identityFindsSchema,
  },
  reportIdentity: {
    path: "/api/v1/identities/[...id]",
    name: "IdentityReport",
    summary:
      "All that one person, role, session, access key, Kubernetes username or group did, in everything that is stored.",
    query: null,
    inPath: {
      id: `\`kind:value\`, percent-encoded but for slashes, which may be written ~2f. Kinds: ${IDENTITY_KINDS.join(", ")}.`,
    },
    schema: identityReportSchema,
  },
} as const satisfies Record<string, Endpoint<unknown>>;

import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { type AuthenticationMode, BACK_ENDS_OF_MODE, type BackEndKind } from "./back-end-modes";
import { type BackEndContent, RESERVED_PREFIXES } from "./configuration";
import { type OpenBackEnd, openBackEnd } from "./open-back-end";

/** What a cluster maps, as far as it is known. */
export interface ClusterMappings {
  readonly mode: AuthenticationMode;
  /** AWS's own roles, and of an old cluster its creator: in no configuration that can be seen. */
  readonly hidden: readonly MappingEntry[];
  readonly accessEntries: readonly MappingEntry[];
  readonly awsAuth: Pick<BackEndContent, "entries" | "accounts">;
}

/** The back ends of a cluster in the order in which EKS asks them. */
export function openConfiguration(mappings: ClusterMappings): OpenBackEnd[] {
  return BACK_ENDS_OF_MODE[mappings.mode].flatMap((kind) => contentsOf(kind, mappings)).map(openBackEnd);
}

function contentsOf(
  kind: BackEndKind,
  { hidden, accessEntries, awsAuth }: ClusterMappings,
): BackEndContent[] {
  if (kind === "MountedFile") return [{ kind, entries: hidden, accounts: [], reservedPrefixes: [] }];
  if (kind === "DynamicFile") return ofAccessEntries(accessEntries);
  return [{ kind, ...awsAuth, reservedPrefixes: [] }];
}

/**
 * EKS's API does not tell the id that an entry is bound to: of such entries the principal is all there is to go by. What it
 * names nodes itself is not reserved for them: they come in by it.
 */
function ofAccessEntries(all: readonly MappingEntry[]): BackEndContent[] {
  const rest = { kind: "DynamicFile", accounts: [], reservedPrefixes: RESERVED_PREFIXES } as const;
  const isBound = ({ userId }: MappingEntry) => userId !== null;
  const isNodes = ({ username }: MappingEntry) => username.startsWith(NODE_USERNAME);
  const others = all.filter((entry) => !isBound(entry) && !isNodes(entry));
  const nodes = all.filter((entry) => !isBound(entry) && isNodes(entry));
  return [
    { ...rest, entries: all.filter(isBound), findBy: "user-id" },
    { ...rest, entries: others, findBy: "principal" },
    ...(nodes.length === 0
      ? []
      : [{ ...rest, entries: nodes, findBy: "principal", reservedPrefixes: [] } as const]),
  ];
}

/** How the usernames begin that EKS gives to nodes (EKS User Guide, "Create access entries"). */
const NODE_USERNAME = "system:node:";

import type { BackEndKind } from "@/lib/domain/explain/mapping/back-end-modes";
import type { MappingEntry } from "@/lib/domain/parse/mappings/mapping-entry";

/** Where an entry stands, in words that begin a line. */
export function whereIs(
  backEnd: BackEndKind,
  entry: Pick<MappingEntry, "place" | "username"> | null,
): string {
  if (backEnd === "DynamicFile") return "Access entry";
  if (backEnd === "EKSConfigMap") {
    const line = entry?.place?.line;
    return line === undefined ? "aws-auth" : `aws-auth, line ${line}`;
  }
  if (backEnd === "CRD") return "Custom resource";
  return entry?.username === "kubernetes-admin"
    ? "Hidden entry of the cluster's creator"
    : "Hidden entry of EKS";
}

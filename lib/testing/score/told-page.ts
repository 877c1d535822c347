import type { SourceDescriptor, SourceRecord } from "@/lib/ports/event-source";
import type { World } from "@/lib/sandbox/world/world";
import type { WorldEvent } from "@/lib/sandbox/world/world-day";

/** Records of one source, as a reader meets them. */
export interface ToldPage {
  readonly source: SourceDescriptor;
  readonly records: readonly SourceRecord[];
  /** Delivered only when all others have been read and understood. */
  readonly isLate: boolean;
}

export function logOf({ name, accountId, region }: World["clusters"][number]): SourceDescriptor {
  const id = `authenticator-log/${accountId}/${region}/${name}`;
  const group = `/aws/eks/${name}/cluster`;
  return { id, kind: "authenticator-log", label: name, cluster: name, accountId, region, group };
}

export function trailOf({ accountId, region }: Pick<WorldEvent, "accountId" | "region">): SourceDescriptor {
  const label = `${accountId}/${region}`;
  const id = `cloudtrail/${label}`;
  return { id, kind: "cloudtrail", label, cluster: null, accountId, region, group: "cloudtrail" };
}

import type { ClusterAdminQuery } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin-query";

/** The time that was asked about, as pages of attempts and requests take it. */
export function rangeOf({ range }: ClusterAdminQuery): { readonly from: string; readonly to: string } {
  const [from = "", to = ""] = [range.from, range.to].map((ms) => new Date(Math.floor(ms)).toISOString());
  return { from, to };
}

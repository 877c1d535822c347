import { GLOBAL_STS_REGION } from "@/lib/domain/correlate/sts-region";

/** Where every account of a part of the world may ask: these Regions cannot be disabled. */
const MAIN_REGIONS = { aws: "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1" } as const;

export function mainRegionOf(region: string): string {
  return MAIN_REGIONS[partitionOf(region)];
}

/** The part of the world of a Region, as ARNs name it: China and GovCloud are apart. */
export function partitionOf(region: string | null): "aws" | "aws-cn" | "aws-us-gov" {
  if (region?.startsWith("cn-")) return "aws-cn";
  return region?.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** Where an account's STS calls for clusters of these Regions are recorded; null = a Region not known yet. */
export function trailRegionsOf(regions: readonly (string | null)[]): string[] {
  const global = regions.some((region) => partitionOf(region) === "aws") ? [GLOBAL_STS_REGION] : [];
  return [...new Set([...regions.map((region) => region ?? "*"), ...global])];
}
